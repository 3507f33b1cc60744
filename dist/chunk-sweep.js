import.meta.dirname;
import.meta.filename;
export { t as sweepLeftovers } from "./chunk-sweep2.js";
