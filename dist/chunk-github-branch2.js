import.meta.dirname;
import.meta.filename;
export { n as openGitHubBranch } from "./chunk-github-branch.js";
