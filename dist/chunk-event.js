import.meta.dirname;
import.meta.filename;
export { t as readEvent, n as readOccasion } from "./chunk-event2.js";
