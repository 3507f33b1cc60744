import.meta.dirname;
import.meta.filename;
export { t as renderFailureMarkdown, n as renderFailureTerminal } from "./chunk-failure3.js";
