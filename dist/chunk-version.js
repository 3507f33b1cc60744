import.meta.dirname;
import.meta.filename;
// src/domain/version.ts
/** The version of Loadgate, written into every run and report. Equal to package.json's (a test checks). */
const VERSION = "0.1.0";
export { VERSION as t };
