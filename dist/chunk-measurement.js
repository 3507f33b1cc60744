import.meta.dirname;
import.meta.filename;
// src/domain/measurement.ts
/** Largest seed of a run: what a signed 32-bit generator takes. */
const SEED_MAX = 2 ** 31 - 1;
export { SEED_MAX as t };
