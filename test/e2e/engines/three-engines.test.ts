/** One service, one load, three engines: our own, Locust and k6 see the same, count what the service counts, and come to comments of one structure. */
import { expect, it } from 'vitest';
import { type Language, LANGUAGE_CODES } from '../../../src/domain/language.ts';
import type { Slice } from '../../../src/domain/measurement.ts';
import type { Occasion } from '../../../src/domain/occasion.ts';
import type { Load } from '../../../src/domain/plan.ts';
import type { LoadResult } from '../../../src/engines/load-job.ts';
import { findAll } from '../../../src/findings/find.ts';
import { judge } from '../../../src/judge/judge.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { composeReport } from '../../../src/report/report.ts';
import { FIRST_RUN, planOf, runOf } from '../../fixtures/measured.ts';
import { outlineOf } from '../../fixtures/outline.ts';
import { K6, k6Load, k6On, STAND_IN } from '../k6/rig.ts';
import { describeWithLocust, locustLoad, locustOn } from '../locust/rig.ts';
import { loadOf, measured, quantile } from './measure.ts';
import { openWireServer } from './wire-server.ts';

const USERS = 4;
/** Every answer takes so long: long beside what a busy machine adds to it. */
const SERVICE_MS = 150;
/** So many whole seconds of each turn are held against each other… */
const SECONDS = 3;
/** …and it lasts for longer, so that Locust and k6 have stopped by themselves before it ends: all that they sent is then in the account. */
const DURATION = 3_500;
const STOPPED_AFTER_S = 3.15;
const TURNS = 2;
const SHARE = 0.05;

const LOCUSTFILE = `import time
from gevent.event import Event
from locust import FastHttpUser, constant, events, task

started = Event()
events.spawning_complete.add_listener(lambda **_: started.set())

class Visitor(FastHttpUser):
    # Who pauses is not waited for at the end.
    wait_time = constant(60)
    @task
    def all_of_them(self):
        started.wait()
        until = time.monotonic() + ${STOPPED_AFTER_S}
        while time.monotonic() < until:
            self.client.get("/")
`;

const SCRIPT = `import http from 'k6/http';

export const options = {
  vus: ${USERS},
  duration: '${STOPPED_AFTER_S}s',
  thresholds: { http_req_duration: ['p(95)<500'] },
};

export default function () {
  http.get(\`\${__ENV.BASE_URL}/\`);
}
`;

/** How each engine sends this load. */
const ENGINES = {
  own: (url: string) => measured(url, loadOf({ engine: 'undici', users: USERS, duration: DURATION })),
  locust: (url: string) => locustOn(url, LOCUSTFILE, { users: USERS, duration: DURATION }),
  k6: (url: string) =>
    k6On(url, SCRIPT, {
      command: K6 ?? STAND_IN,
      shape: 'script',
      users: USERS,
      duration: DURATION,
    }),
} as const;
type Engine = keyof typeof ENGINES;
const NAMES = Object.keys(ENGINES) as readonly Engine[];

/** What an engine saw: answers a second in whole seconds, and p95 in milliseconds, each in its best turn, which is the one that nobody disturbed. */
function seenBy(results: readonly LoadResult[]): { readonly rate: number; readonly p95: number } {
  const rates = results.map(({ timeline }) => {
    const seconds = timeline.slice(0, SECONDS);
    return seconds.reduce((sum, { throughput }) => sum + throughput, 0) / SECONDS;
  });
  return {
    rate: Math.max(...rates),
    p95: Math.min(...results.map((result) => quantile(result, 0.95))),
  };
}

/** The loads as a plan has them: the code of two is the user's own. */
const LOADS: Readonly<Record<Engine, Partial<Load>>> = {
  own: {},
  locust: locustLoad('locustfile.py'),
  k6: k6Load('script.js'),
};

/** The comment on an engine's last turn as a run that stands by itself. */
function commentOn(results: readonly LoadResult[], engine: Engine, language: Language): string {
  const result = results.at(-1);
  if (result === undefined) throw new RangeError('there is no turn');
  const unread = { cpu: null, host: null, resources: null, memory: null };
  const slice: Slice = { ...result, ...unread, side: 'head', turns: [], search: null };
  const run = runOf([slice]);
  const made = planOf([slice]);
  const scenarios = made.scenarios.map((scenario) => ({
    ...scenario,
    load: { ...LOADS[engine], ...scenario.load },
  }));
  const plan = { ...made, scenarios };
  const verdict = judge(run, plan, { [slice.scenario]: FIRST_RUN });
  const findings = findAll({ plan, run, verdict, occasion: OCCASION });
  return renderMarkdown(composeReport({ plan, run, verdict, findings, occasion: OCCASION }), language);
}

const OCCASION: Occasion = {
  kind: 'local',
  repository: null,
  headSha: null,
  baseSha: null,
  pullRequest: null,
  runUrl: null,
};

/** What a load by k6 has beside the others where its script has thresholds: a fold, their table, and a sentence on who judged them. Nothing else may differ; the resolution of a Locust that cannot be listened to, and what only one engine knows, are items of a list that all have. */
const THRESHOLDS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'html: <details> <summary>Thresholds of the script: # kept</summary>',
    'table: Metric of k# | Threshold | Measured by k# | Result',
    'paragraph',
    'html: </details>',
  ],
  ru: [
    'html: <details> <summary>Пороги скрипта k#: соблюдено #</summary>',
    'table: Показатель k# | Порог | По данным k# | Результат',
    'paragraph',
    'html: </details>',
  ],
};

describeWithLocust()('three engines', () => {
  it('agree on throughput and p95, count what the service counts, and are reported in one structure', {
    retry: 2,
  }, async () => {
    const results: Record<Engine, LoadResult[]> = { own: [], locust: [], k6: [] };
    for (let turn = 0; turn < TURNS; turn += 1) {
      // Every second round the other way about, so that a drifting machine favours none.
      for (const engine of turn % 2 === 0 ? NAMES : NAMES.toReversed()) {
        await using server = await openWireServer(({ answer }) => setTimeout(answer, SERVICE_MS));
        const result = await ENGINES[engine](server.url);
        expect(result.counts.sent, `${engine}, beside the service's own count`).toBe(server.received());
        expect(result.counts.ok + result.counts.inFlight, engine).toBe(result.counts.sent);
        results[engine].push(result);
      }
    }
    for (const language of LANGUAGE_CODES) {
      const [own, locust, k6 = []] = NAMES.map((engine) =>
        outlineOf(commentOn(results[engine], engine, language)),
      );
      expect(own?.length).toBeGreaterThan(20);
      expect(locust).toEqual(own);
      const [first, ...rest] = THRESHOLDS[language];
      const at = k6.indexOf(first ?? '');
      expect(k6.slice(at + 1, at + 1 + rest.length)).toEqual(rest);
      expect(k6.toSpliced(at, 1 + rest.length)).toEqual(own);
    }
    const [own, ...others] = NAMES.map((engine) => ({ engine, ...seenBy(results[engine]) }));
    for (const { engine, rate, p95 } of others) {
      expect(Math.abs(rate / (own?.rate ?? 0) - 1), `throughput of ${engine}`).toBeLessThan(SHARE);
      expect(Math.abs(p95 / (own?.p95 ?? 0) - 1), `p95 of ${engine}`).toBeLessThan(SHARE);
    }
  });
});
