import.meta.dirname;
import.meta.filename;
export { t as formatsOf, n as formatsOfFailure, r as renderFormat } from "./chunk-formats.js";
