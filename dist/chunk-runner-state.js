import.meta.dirname;
import.meta.filename;
export { n as removeTemporary, i as temporaryOf } from "./chunk-runner-state2.js";
