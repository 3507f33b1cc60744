/** The door of the pacer's thread: orders in, wake-ups out. */
import { parentPort } from 'node:worker_threads';
import { pace, type PaceOrder } from './engines/pacer.ts';

parentPort?.on('message', (order: PaceOrder) => pace(order, (number) => parentPort?.postMessage(number)));
parentPort?.postMessage('ready');
