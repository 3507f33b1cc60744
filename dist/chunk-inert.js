import.meta.dirname;
import.meta.filename;
export { o as inertSpan } from "./chunk-inert2.js";
