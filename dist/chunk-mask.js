import.meta.dirname;
import.meta.filename;
export { t as MASKED, n as createMask, r as maskTree, i as secretsOf, a as secretsOfHeaders, o as secretsOfPlan } from "./chunk-mask2.js";
