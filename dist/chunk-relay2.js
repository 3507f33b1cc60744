import.meta.dirname;
import.meta.filename;
export { t as CUT, n as LINE_MAX, r as TAIL_LINES, i as neutralise, a as openRelay, o as splitLines } from "./chunk-relay.js";
