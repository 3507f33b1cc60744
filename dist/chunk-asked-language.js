import.meta.dirname;
import.meta.filename;
export { t as askedLanguage } from "./chunk-asked-language2.js";
