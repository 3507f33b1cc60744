import.meta.dirname;
import.meta.filename;
export { t as openVault } from "./chunk-vault2.js";
