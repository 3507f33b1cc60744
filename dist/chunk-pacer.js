import.meta.dirname;
import.meta.filename;
import { t as arrivalsOf } from "./chunk-shape.js";
import { Worker } from "node:worker_threads";
// src/engines/pacer.ts
/**
* Wakes the generator when arrivals are due. Timers of the event loop are a millisecond too coarse for that and spinning costs a core, so a thread of its own sleeps to the
* microsecond (Atomics.wait) and tells.
*/
/** Arrivals that are due within this are told of together: milliseconds. Half of what an arrival may be late. */
const TOGETHER_MS = .4;
/** The clock that all threads of a process share, in milliseconds. */
const sharedClock = () => Number(process.hrtime.bigint()) / 1e6;
/** Starts the thread, which lives as long as the process; `door` is its entry. Resolves when it can be given orders. */
async function openPacer(door) {
	const thread = new Worker(door);
	thread.unref();
	await new Promise((resolve, reject) => {
		thread.once("message", () => resolve());
		thread.once("error", reject);
	});
	thread.on("error", (error) => {
		throw error;
	});
	let orders = 0;
	return (executor, wake) => {
		orders += 1;
		const order = orders;
		const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
		const hear = (told) => {
			if (told === order) wake();
		};
		thread.on("message", hear);
		thread.postMessage({
			executor,
			start: sharedClock(),
			stop,
			order
		});
		return () => {
			Atomics.store(stop, 0, 1);
			Atomics.notify(stop, 0);
			thread.off("message", hear);
		};
	};
}
/** The thread's side: tells until the last arrival is due, or it is stopped. */
function pace({ executor, start, stop, order }, tell) {
	const following = arrivalsOf(executor);
	for (let next = following(); next !== null;) {
		while (sharedClock() < start + next) if (Atomics.wait(stop, 0, 0, start + next - sharedClock()) !== "timed-out") return;
		const reach = sharedClock() - start;
		while (next !== null && next <= reach) next = following();
		tell(order);
		if (next !== null && Atomics.wait(stop, 0, 0, TOGETHER_MS) !== "timed-out") return;
	}
}
export { pace as n, openPacer as t };
