import.meta.dirname;
import.meta.filename;
export { t as explain, n as readPlan, r as runGate } from "./chunk-gate.js";
