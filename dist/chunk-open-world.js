import.meta.dirname;
import.meta.filename;
export { t as openWorld } from "./chunk-open-world2.js";
