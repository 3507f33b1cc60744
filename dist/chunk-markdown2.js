import.meta.dirname;
import.meta.filename;
export { t as MARKDOWN_LIMIT, n as MARKDOWN_MARKS, r as isPage, i as renderMarkdown } from "./chunk-markdown.js";
