import.meta.dirname;
import.meta.filename;
export { t as openConversation } from "./chunk-github2.js";
