/** The version of Loadgate, written into every run and report. Equal to package.json's (a test checks). */
export const VERSION = '0.1.0';
