import.meta.dirname;
import.meta.filename;
export { t as MASKED, n as SECRET_LENGTH_MIN, r as createMask, i as isMaskable, a as maskTree, o as secretsOf, s as secretsOfHeaders, c as secretsOfPlan } from "./chunk-mask2.js";
