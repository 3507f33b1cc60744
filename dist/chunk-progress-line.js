import.meta.dirname;
import.meta.filename;
export { t as DOT, n as durationText, r as errorsText, i as glimpseText, a as headText, o as leftText, s as progressLine, c as progressTitle } from "./chunk-progress-line2.js";
