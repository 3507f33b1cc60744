import.meta.dirname;
import.meta.filename;
export { t as findPulls, n as listChangedFiles, r as openPullBranch } from "./chunk-github-pulls2.js";
