import.meta.dirname;
import.meta.filename;
import { r as CsvError } from "./chunk-api.js";
import { t as parse } from "./chunk-sync2.js";
export { CsvError, parse };
