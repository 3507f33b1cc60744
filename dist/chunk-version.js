import.meta.dirname;
import.meta.filename;
// src/domain/measurement.ts
/** Largest seed of a run: what a signed 32-bit generator takes. */
const SEED_MAX = 2 ** 31 - 1;
// src/domain/version.ts
/** The version of Loadgate, written into every run and report. Equal to package.json's (a test checks). */
const VERSION = "0.1.0";
export { SEED_MAX as n, VERSION as t };
