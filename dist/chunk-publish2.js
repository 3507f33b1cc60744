import.meta.dirname;
import.meta.filename;
export { t as publishAll } from "./chunk-publish.js";
