import.meta.dirname;
import.meta.filename;
export { t as MARKDOWN_LIMIT, n as isPage, r as renderMarkdown } from "./chunk-markdown.js";
