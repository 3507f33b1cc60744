import.meta.dirname;
import.meta.filename;
export { t as headlineText, n as painterOf, r as renderTerminal, i as terminalMarks } from "./chunk-terminal.js";
