import.meta.dirname;
import.meta.filename;
export { t as MARKDOWN_LIMIT, n as renderMarkdown } from "./chunk-markdown.js";
