import.meta.dirname;
import.meta.filename;
export { t as INPUTS } from "./chunk-inputs2.js";
