import.meta.dirname;
import.meta.filename;
export { t as failureHeadline, n as failureText, r as renderFailureMarkdown, i as renderFailureTerminal } from "./chunk-failure3.js";
