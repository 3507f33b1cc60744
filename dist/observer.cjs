/**
 * Preloaded into Node.js processes of a service: tells the gate, when asked, how busy the event loop was and what garbage collection cost.
 * It is a guest. Nothing of it may reach the service: no error, no output, no handle that keeps it alive, no work while nothing is measured.
 * Any version of Node.js from 10 on must be able to parse it; from 14.10 on it answers.
 */
'use strict';

/** A process that ends sooner is not worth a connection. */
const CONNECT_AFTER_MS = 100;
const RESOLUTION_MS = 20;
/** Longer than any question. */
const LINE_MAX = 1000;
/** Kinds of collections as `perf_hooks` numbers them: young generation (two ways), and whole heap. */
const MINOR = [1, 2];
const MAJOR = 4;

/** Delays by buckets that grow by a twentieth each, the first up to 0.1 ms. */
const FIRST_MS = 0.1;
const GROWTH = 1.05;
const BUCKETS = 400;

try {
  const path = process.env.LOADGATE_OBSERVER;
  if (path && require('worker_threads').isMainThread) {
    setTimeout(quietly(connect), CONNECT_AFTER_MS, path).unref();
  }
} catch {
  // Whatever it is, it is not the service's concern.
}

/** The function without its errors. */
function quietly(work) {
  return (...given) => {
    try {
      work(...given);
    } catch {
      // As above.
    }
  };
}

function connect(path) {
  const { performance, PerformanceObserver } = require('perf_hooks');
  if (typeof performance.eventLoopUtilization !== 'function') return;
  const meter = openMeter(performance, PerformanceObserver);
  const socket = require('net').connect(path);
  socket.unref();
  const answer = (to) => socket.write(`${JSON.stringify(Object.assign({ to }, meter.read()))}\n`);
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.on(
    'close',
    quietly(() => meter.close()),
  );
  socket.on(
    'connect',
    quietly(() => answer(0)),
  );
  socket.on(
    'data',
    quietly((chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      if (rest.length > LINE_MAX) socket.destroy();
      for (const line of lines) follow(line.split(' '), meter, answer);
    }),
  );
}

/** `anew 1` forgets and begins, `again 2` begins, `read 3` ends; each is answered. */
function follow(words, meter, answer) {
  const to = Number(words[1]);
  if (words[0] !== 'read') {
    meter.begin(words[0] === 'anew');
    answer(to);
    return;
  }
  meter.end();
  // Collections are told by the loop's next rounds.
  const close = quietly(() => {
    meter.settle();
    answer(to);
  });
  setImmediate(() => setImmediate(close));
}

/** Measures between a begin and an end, and adds up. Times in milliseconds, memory in bytes. */
function openMeter(performance, PerformanceObserver) {
  let sums = nothing();
  let running = null;
  const collections = new PerformanceObserver(
    quietly((list) => list.getEntries().forEach((entry) => addCollection(sums, entry))),
  );
  const end = () => {
    if (running === null) return;
    clearInterval(running.timer);
    running.tick();
    const loop = performance.eventLoopUtilization(running.loop);
    sums.time += performance.now() - running.since;
    sums.busy += loop.active;
    running = null;
  };
  const settle = () => {
    if (running === null) collections.disconnect();
  };
  return {
    begin(anew) {
      end();
      if (anew) sums = nothing();
      collections.observe({ entryTypes: ['gc'] });
      const tick = delayTicks(performance, sums);
      const timer = setInterval(quietly(tick), RESOLUTION_MS);
      timer.unref();
      running = { timer, tick, since: performance.now(), loop: performance.eventLoopUtilization() };
    },
    end,
    settle,
    close() {
      end();
      settle();
    },
    read: () => tellable(sums),
  };
}

const nothing = () => ({
  time: 0,
  busy: 0,
  delays: Array.from({ length: BUCKETS }, () => 0),
  ticks: 0,
  delayMax: 0,
  paused: 0,
  pauseMax: 0,
  minor: 0,
  major: 0,
  firstLive: null,
  lastLive: null,
});

/** A function that is to be called every 20 ms, and counts how much later than that it is. */
function delayTicks(performance, sums) {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const delay = Math.max(0, now - last - RESOLUTION_MS);
    last = now;
    const bucket = Math.ceil(Math.log(Math.max(delay, FIRST_MS) / FIRST_MS) / Math.log(GROWTH));
    sums.delays[Math.min(bucket, BUCKETS - 1)] += 1;
    sums.ticks += 1;
    sums.delayMax = Math.max(sums.delayMax, delay);
  };
}

function addCollection(sums, entry) {
  const kind = entry.detail ? entry.detail.kind : entry.kind;
  sums.paused += entry.duration;
  sums.pauseMax = Math.max(sums.pauseMax, entry.duration);
  if (MINOR.includes(kind)) sums.minor += 1;
  if (kind !== MAJOR) return;
  sums.major += 1;
  const memory = process.memoryUsage();
  // Buffers are part of what is external.
  sums.lastLive = memory.heapUsed + memory.external;
  if (sums.firstLive === null) sums.firstLive = sums.lastLive;
}

function tellable(sums) {
  const { time, busy, delayMax, paused, pauseMax, minor, major, firstLive, lastLive } = sums;
  const delays = { delayP50: quantile(sums, 0.5), delayP99: quantile(sums, 0.99), delayMax };
  const self = { pid: process.pid, version: process.version };
  return Object.assign(self, delays, { time, busy, paused, pauseMax, minor, major, firstLive, lastLive });
}

/** The delay that this share of the ticks did not exceed: the upper end of its bucket. */
function quantile({ delays, ticks, delayMax }, share) {
  let left = Math.ceil(share * ticks);
  const bucket = delays.findIndex((count) => (left -= count) <= 0);
  return Math.min(delayMax, FIRST_MS * GROWTH ** Math.max(bucket, 0));
}
