#!/usr/bin/env node
/**
 * A program with k6's command line, which runs on Node.js: it really sends the GET requests that a script names, and writes points, summary and exit code as k6's documentation says.
 * It understands of a script what a regular expression finds, no more. FAKE_K6 names what it does wrong.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';

const [command, ...given] = process.argv.slice(2);
if (command === 'version') {
  process.stdout.write('k6 v1.4.0 (stand-in, node)\n');
  process.exit(0);
}

const fault = process.env.FAKE_K6 ?? '';
const flag = (name) => given.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null;
const script = readFileSync(given.at(-1), 'utf8');
const points = flag('out').slice('json='.length);
const found = (pattern, or) => pattern.exec(script)?.[1] ?? or;
const seconds = (text) => Number(/^([\d.]+)s$/.exec(text)?.[1]);

const users = Number(flag('vus') ?? found(/\bvus:\s*(\d+)/, '1'));
const duration = 1_000 * seconds(flag('duration') ?? found(/\bduration:\s*'([^']+)'/, '1s'));
const pause = 1_000 * Number(found(/\bsleep\(([\d.]+)\)/, '0'));
const paths = [...script.matchAll(/http\.get\(`\$\{[^}]+\}([^`]*)`/g)].map(([, path]) => path);
const timeout = 1_000 * seconds(found(/timeout:\s*'([^']+)'/, '60s'));
const checked = script.includes('check(');
const tags = Object.fromEntries(
  given.filter((each) => each.startsWith('--tag=')).map((each) => each.slice(6).split('=')),
);

if (fault.startsWith('exit:')) {
  process.stderr.write('level=error msg="as it was told"\n');
  process.exit(Number(fault.slice(5)));
}

/** Writes so many bytes, of points as k6 has them or of a line that never ends: nobody has sent what they tell of. */
function flood(what, bytes) {
  const at = timeOf(Date.now());
  const block =
    what === 'line'
      ? 'x'.repeat(1 << 20)
      : ['http_reqs', 'http_req_duration']
          .map((metric) =>
            JSON.stringify({
              metric,
              type: 'Point',
              data: {
                time: at,
                value: 1,
                tags: { expected_response: 'true', group: '', method: 'GET', name: 'home', status: '200' },
              },
            }),
          )
          .concat('')
          .join('\n')
          .repeat(4_000);
  for (let written = 0; written < bytes; written += block.length) appendFileSync(points, block);
}

let lines = [];
const sums = { http_reqs: 0, failed: 0, passes: 0, fails: 0, iterations: 0, durations: [] };
const write = (metric, type, data) =>
  lines.push(
    fault === 'documented' ? JSON.stringify({ type, data, metric }) : JSON.stringify({ metric, type, data }),
  );
const flush = () => {
  if (lines.length > 0) appendFileSync(points, `${lines.join('\n')}\n`);
  lines = [];
};
/** RFC 3339 with nanoseconds, as Go writes it. */
const timeOf = (ms) => new Date(ms).toISOString().replace('Z', '000000Z');
const point = (metric, at, value, more = null) =>
  write(metric, 'Point', { time: timeOf(at), value, tags: more === null ? null : { ...tags, ...more } });

const thresholds = [
  ...(/thresholds:\s*\{([^}]*)\}/.exec(script)?.[1] ?? '').matchAll(/(\w+):\s*\[([^\]]*)\]/g),
].flatMap(([, metric, list]) =>
  [...list.matchAll(/'([^']+)'/g)].map(([, expression]) => ({ metric, expression })),
);
writeFileSync(points, '');
for (const [name, type, contains] of [
  ['http_reqs', 'counter', 'default'],
  ['http_req_duration', 'trend', 'time'],
  ['vus', 'gauge', 'default'],
]) {
  const own = thresholds.filter(({ metric }) => metric === name).map(({ expression }) => expression);
  write(name, 'Metric', { name, type, contains, thresholds: own, submetrics: null });
}

const ERRORS = { ECONNREFUSED: '1212', ECONNRESET: '1220', TIMEOUT: '1050' };

/** One request, with every point that k6 writes of it. */
function request(agent, path, group) {
  const url = `${process.env.BASE_URL}${path}`;
  return new Promise((resolve) => {
    const clock = performance.now();
    const over = (status, error) => {
      const end = Date.now();
      const refused = error === 'ECONNREFUSED';
      const latency = refused ? 0 : performance.now() - clock;
      const ok = status >= 200 && status < 400;
      const about = {
        expected_response: String(ok),
        group,
        method: 'GET',
        name: url,
        proto: 'HTTP/1.1',
        scenario: 'default',
        status: String(status),
        url,
        ...(error === null ? {} : { error, error_code: ERRORS[error] ?? '1000' }),
      };
      sums.http_reqs += 1;
      sums.durations.push(latency);
      if (!ok) sums.failed += 1;
      point('http_reqs', end, 1, about);
      point('http_req_duration', end, latency, about);
      for (const part of ['blocked', 'connecting', 'tls_handshaking', 'sending', 'waiting', 'receiving'])
        point(`http_req_${part}`, end, part === 'waiting' ? latency : 0, about);
      point('http_req_failed', end, ok ? 0 : 1, about);
      if (checked) {
        sums[ok ? 'passes' : 'fails'] += 1;
        point('checks', end, ok ? 1 : 0, { check: 'status is 200', group });
      }
      resolve();
    };
    const sent = get(url, { agent, timeout }, (answer) => {
      answer.resume();
      answer.on('end', () => over(answer.statusCode, null));
    });
    sent.on('timeout', () => sent.destroy(Object.assign(new Error('timeout'), { code: 'TIMEOUT' })));
    sent.on('error', (error) => over(0, error.code));
  });
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const state = { stopped: false, interrupted: false };
process.on('SIGINT', () => {
  state.stopped = true;
  state.interrupted = true;
});

async function user() {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  while (!state.stopped) {
    for (const path of paths) await request(agent, path, '');
    sums.iterations += 1;
    point('iterations', Date.now(), 1, { group: '', scenario: 'default' });
    if (pause > 0) await sleep(pause);
    else if (paths.length === 0) await sleep(100);
  }
  agent.destroy();
}

/** What k6 tells of a trend where the script does not ask for more. */
function trend() {
  const sorted = sums.durations.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)];
  const avg = sorted.reduce((sum, each) => sum + each, 0) / sorted.length;
  return { avg, min: at(0), med: at(0.5), max: at(1), 'p(90)': at(0.9), 'p(95)': at(0.95) };
}

const crossed = ({ metric, expression }) => {
  const [, what, operator, bound] = /^([a-z]+(?:\(\d+\))?)\s*([<>])=?\s*([\d.]+)$/.exec(expression);
  const sorted = sums.durations.toSorted((one, other) => one - other);
  const value =
    metric === 'http_req_duration'
      ? sorted[Math.floor((sorted.length - 1) * (Number(/\d+/.exec(what)) / 100))]
      : metric === 'http_req_failed'
        ? sums.failed / sums.http_reqs
        : sums.passes / (sums.passes + sums.fails);
  return operator === '<' ? !(value < Number(bound)) : !(value > Number(bound));
};

const tick = setInterval(() => point('vus', Date.now(), users), 1_000);
const flushing = setInterval(flush, 200);
const began = Date.now();
if (script.includes('function setup()')) await request(undefined, paths[0], '::setup');
if (fault.startsWith('flood:')) {
  const [, what, bytes] = fault.split(':');
  flood(what, Number(bytes));
}
const timer = setTimeout(() => {
  state.stopped = true;
}, duration);
await Promise.all(Array.from({ length: users }, user));
clearTimeout(timer);
clearInterval(tick);
clearInterval(flushing);
flush();
const judged = thresholds.map((each) => ({ ...each, crossed: crossed(each) }));
const of = (name) =>
  Object.fromEntries(
    // True is a threshold that was crossed: that is k6's own.
    judged.filter(({ metric }) => metric === name).map(({ expression, crossed: told }) => [expression, told]),
  );
const count = sums.http_reqs + (fault === 'summary-lies' ? 7 : 0);
writeFileSync(
  process.env.K6_SUMMARY_EXPORT,
  JSON.stringify({
    root_group: { name: '', path: '', groups: {}, checks: {} },
    metrics: {
      http_reqs: { count, rate: (1_000 * count) / (Date.now() - began) },
      http_req_duration: { ...trend(), thresholds: of('http_req_duration') },
      http_req_failed: {
        passes: sums.failed,
        fails: sums.http_reqs - sums.failed,
        value: sums.failed / count,
        thresholds: of('http_req_failed'),
      },
      checks: { passes: sums.passes, fails: sums.fails, thresholds: of('checks') },
    },
  }),
);
process.exit(state.interrupted ? 105 : judged.some((each) => each.crossed) ? 99 : 0);
