import.meta.dirname;
import.meta.filename;
import { basename } from "node:path";
// src/platform/tag.ts
/** The mark that every process of a run carries in its environment, by which what is left of it can be found and stopped. */
/** Name of the variable in the environment of every process that we start. */
const TAG_VARIABLE = "LOADGATE_TAG";
/** The mark of a run: the name of its temporary folder, which no other run on this machine has. */
const tagOf = ({ temporary }) => basename(temporary);
export { tagOf as n, TAG_VARIABLE as t };
