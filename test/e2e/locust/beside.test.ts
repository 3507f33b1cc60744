/** The base commit beside the change, both loaded by the same locustfile. Starts of Locust add up to a minute: only with LOADGATE_LONG=1. */
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/domain/measurement.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import { fromRecord } from '../../../src/stats/histogram.ts';
import { openFolder, startCommand } from '../cli/rig.ts';
import { describeWithLocust, LOCUST } from './rig.ts';

const isLong = process.env['LOADGATE_LONG'] === '1';
if (!isLong) console.warn('SKIPPED: the base beside the change by Locust is tested with LOADGATE_LONG=1.');

const service = (ms: number): string => `import { createServer } from 'node:http';
createServer((request, response) => void setTimeout(() => response.end('hello'), ${ms})).listen(Number(process.argv[2]));
`;

const LOCUSTFILE = `from locust import FastHttpUser, task

class Visitor(FastHttpUser):
    @task
    def visit(self):
        self.client.get("/")
`;

/** The budget pays for one block, which decides nothing by itself. */
const CONFIG = `service: { start: "node service.mjs {port}", ready: / }
compare: base
budget: 20s
policy: { on-inconclusive: fail }
scenarios:
  home:
    engine: locust
    users: 2
    duration: 5s
    warm-up: 1s
    limits: { p95: { max-increase: 10% }, throughput: off, error-rate: off }
    locust: { file: locustfile.py, command: ${LOCUST} }
`;

/** Starts of Locust on a busy machine. */
const DEADLINE_MS = 400_000;

/** Anew for every turn: a master that waits for the worker, and the command that starts it. */
const WORKERS = `workers: { count: 1, port: 21557, start: ["exec ${LOCUST} -f - --worker --master-host {host} --master-port {port}"] }`;

const withLocust = isLong ? describeWithLocust() : describe.skip;

withLocust('the base beside the change', () => {
  it.each([
    ['locustfile', CONFIG, 0],
    ['locustfile by workers', CONFIG.replace(/ \}\n$/, `, ${WORKERS} }\n`), 1],
  ])(
    'is loaded in turns by the same %s, and what is slower is never green',
    async (_, config, workers) => {
      using folder = openFolder({
        'service.mjs': service(20),
        'locustfile.py': LOCUSTFILE,
        '.github/loadgate.yml': config,
      });
      folder.git('init');
      folder.git('add', '.');
      folder.git('commit', '-m', 'base');
      folder.write({ 'service.mjs': service(60) });
      folder.git('commit', '-am', 'slower');
      const limits = { cwd: folder.path, deadline: DEADLINE_MS };
      const { code, stdout, stderr } = await startCommand(['run', '--base', 'HEAD~1'], limits, {}).ended;
      // Inconclusive, which its policy makes red, or void where others use the machine; nothing makes it green.
      expect([1, 2], stdout + stderr).toContain(code);
      const { blocks } = JSON.parse(folder.read('loadgate-report/run.json')) as Run;
      const slices = blocks.flatMap((block) => block.slices);
      expect(new Set(slices.map(({ engine }) => engine.name))).toEqual(new Set(['locust']));
      expect(slices.every(({ engine }) => (engine.workers?.workers.length ?? 0) === workers)).toBe(true);
      for (const side of ['base', 'head'] as const) {
        const own = slices.filter((slice) => slice.side === side);
        expect(own.length).toBe(blocks.length);
        for (const { latency, turns } of own) {
          expect(turns).toHaveLength(4);
          const median = (fromRecord(latency).quantile(0.5) ?? 0) / 1_000;
          expect(median >= 60).toBe(side === 'head');
        }
      }
      const verdict = JSON.parse(folder.read('loadgate-report/verdict.json')) as Verdict;
      expect(verdict.scenarios[0]?.reference.kind).toBe('base');
    },
    420_000,
  );
});
