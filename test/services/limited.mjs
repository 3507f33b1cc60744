/**
 * A service whose limits are known: `node limited.mjs --port 8000 --model workers --workers 20 --time 50`.
 *
 * `workers`: so many at work at once, each for `time` ms: capacity workers/time.
 * `lock`: `time` ms of work that anybody can do at once, and `locked` ms that one does at a time: capacity 1/locked.
 * `usl`: takes as long as the Universal Scalability Law says for as many as are under way: sigma, kappa, and 1/time for lambda.
 * `metastable`: as `workers`, but once more than `limit` wait its cache is lost, and every request takes `factor` times as long until nothing is under way any more.
 *
 * Who works when is reckoned, and only answers wait for their time: a timer is up to a millisecond late, which would else add up.
 */
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

const text = (value) => ({ type: 'string', default: String(value) });
const { values } = parseArgs({
  options: {
    port: text(process.env.PORT ?? 8000),
    model: text('workers'),
    workers: text(20),
    time: text(50),
    locked: text(5),
    sigma: text(0.05),
    kappa: text(0.0005),
    limit: text(100),
    factor: text(4),
  },
});
const { port, workers, time, locked, sigma, kappa, limit, factor } = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, Number(value)]),
);

/** Moments at which each of some places is free again. */
const placesOf = (count) => Array.from({ length: count }, () => 0);
const staff = placesOf(workers);
const lock = placesOf(1);

/** Takes the place that is free first, for so long; gives the moment at which the work is done. */
function work(places, from, ms) {
  const first = places.indexOf(Math.min(...places));
  const done = Math.max(from, places[first]) + ms;
  places[first] = done;
  return done;
}

let underWay = 0;
let lost = false;

/** Each gives the moment of the answer. */
const MODELS = {
  workers: (now) => work(staff, now, time),
  lock: (now) => work(lock, now + time, locked),
  // Some are quicker than others, or all would answer in step with each other for ever.
  usl: (now) =>
    now +
    time * (1 + sigma * (underWay - 1) + kappa * underWay * (underWay - 1)) * (0.7 + 0.6 * Math.random()),
  metastable(now) {
    lost ||= underWay - workers > limit;
    return work(staff, now, lost ? factor * time : time);
  },
};
const moment = MODELS[values.model];
if (moment === undefined) throw new Error(`no model ${String(values.model)}`);

createServer((_request, response) => {
  underWay += 1;
  const now = performance.now();
  setTimeout(
    () => {
      underWay -= 1;
      if (underWay === 0) {
        lost = false;
        for (const places of [staff, lock]) places.fill(0);
      }
      response.end('done');
    },
    Math.max(0, moment(now) - now),
  );
}).listen(port, '127.0.0.1');
