import.meta.dirname;
import.meta.filename;
export { t as SUMMARY_BYTES_MAX, n as openRunner } from "./chunk-runner.js";
