import.meta.dirname;
import.meta.filename;
export { t as baseOfTestMerge } from "./chunk-git.js";
