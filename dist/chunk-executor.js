import.meta.dirname;
import.meta.filename;
// src/domain/executor.ts
/** True for an open loop: requests arrive when they arrive, whether or not earlier ones were answered. */
const isOpen = (executor) => executor.kind === "constant-arrival-rate" || executor.kind === "ramping-arrival-rate";
/** True when the same load lasts from the first moment to the last, so that a curve that moves says something of the service. */
const isConstant = (executor) => executor.kind === "constant-users" || executor.kind === "constant-arrival-rate";
/** True for users that pause between an answer and the next request. */
const isThinking = (executor) => !isOpen(executor) && executor.thinkTime !== null;
/** The plainest load, and the only one that autocannon can send: users that neither think nor come and go. */
const isPlain = (executor) => executor.kind === "constant-users" && !isThinking(executor);
export { isThinking as i, isOpen as n, isPlain as r, isConstant as t };
