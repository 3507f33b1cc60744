import.meta.dirname;
import.meta.filename;
import { n as pace } from "./chunk-pacer.js";
import { parentPort } from "node:worker_threads";
// src/pacer.ts
/** The door of the pacer's thread: orders in, wake-ups out. */
parentPort?.on("message", (order) => pace(order, (number) => parentPort?.postMessage(number)));
parentPort?.postMessage("ready");
export {};
