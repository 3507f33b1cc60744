import.meta.dirname;
import.meta.filename;
export { t as pageOf } from "./chunk-page.js";
