/** Real Locust with real locustfiles: what is measured is what the service saw, and what is no measurement is never one. */
import { phrase } from '../../../src/domain/phrase.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { fromRecord } from '../../../src/stats/histogram.ts';
import { quantile, settled } from '../engines/measure.ts';
import { openWireServer } from '../engines/wire-server.ts';
import { describeWithLocust, failureOf, LOCUST, locustOn } from './rig.ts';

const withLocust = describeWithLocust();

const example = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'locust', name), 'utf8');

/** From Locust's own documentation, as the other one that is tried. */
const QUICKSTART = example('quickstart_user.py');

/** Every user waits until the time is measured, sends 50 requests, and rests. */
const fifty = (kind: string): string => `import time
from gevent.event import Event
from locust import ${kind}, events, task

started = Event()
events.spawning_complete.add_listener(lambda **_: started.set())

class Fifty(${kind}):
    @task
    def all_of_them(self):
        started.wait()
        for number in range(50):
            self.client.get("/%d" % number, name="/number")
        time.sleep(60)
`;

const constant = (line: string, more = ''): string => `import json, math, os, socket, sys, time
from locust import FastHttpUser, HttpUser, LoadTestShape, constant, events, tag, task
${more}
class Visitor(HttpUser):
    wait_time = constant(0.05)
    @task
    def visit(self):
        ${line}
`;

withLocust('a locustfile', () => {
  it("is Locust's own example, unchanged", async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const phases: string[] = [];
    const result = await locustOn(server.url, QUICKSTART, {
      users: 10,
      duration: 6_000,
      onProgress: ({ phase }) => void phases.push(phase),
    });
    expect(result.engine).toEqual({
      name: 'locust',
      version: expect.stringMatching(/^2\./) as string,
      why: 'asked',
    });
    expect(result.requests.map(({ name }) => name)).toContain('GET /item');
    expect(result.elapsed).toBe(6_000);
    expect(result.counts.ok).toBe(result.counts.sent - result.counts.inFlight);
    expect(result.counts.ok).toBeGreaterThan(10);
    expect(result.counts.sent).toBeLessThanOrEqual(server.received());
    expect(result.timeline.map(({ users }) => users)).toEqual([10, 10, 10, 10, 10, 10]);
    expect([...new Set(phases)]).toEqual(['warm-up', 'load', 'over']);
    // Tasks sleep for a second after each request: what is exact is not a whole number of milliseconds.
    expect(result.latency.resolution).toBe(1);
  });

  it("is the first one of Locust's documentation, unchanged", async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const result = await locustOn(server.url, example('hello_world.py'), { duration: 1_000 });
    expect(result.requests.map(({ name }) => name).toSorted()).toEqual(['GET /hello', 'GET /world']);
    expect(result.counts.ok).toBeGreaterThan(10);
  });

  it('that does not hear INT is ended by TERM, and measured', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const deaf = 'import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)';
    const began = performance.now();
    const result = await locustOn(server.url, constant('self.client.get("/")', deaf), { duration: 1_000 });
    expect(result.elapsed).toBe(1_000);
    expect(result.counts.ok).toBeGreaterThan(5);
    // It was asked by INT first, and again after five seconds.
    expect(performance.now() - began).toBeGreaterThan(6_000);
  });

  it.each([
    ['HttpUser', 1],
    ['FastHttpUser', 1],
    ['FastHttpUser', 2],
  ])('counts what the service counts: %s, %i process(es)', async (kind, processes) => {
    await using server = await openWireServer(({ answer }) => answer());
    const result = await locustOn(server.url, fifty(kind), { users: 4, duration: 4_000, processes });
    expect(server.received()).toBe(200);
    expect(result.counts).toMatchObject({ sent: 200, ok: 200, inFlight: 0 });
    expect(result.requests).toHaveLength(1);
    expect(fromRecord(result.latency).count).toBe(200);
    expect(result.statuses).toEqual([{ status: 200, count: 200 }]);
  });

  it('puts every failure in its place, with its message', async () => {
    await using server = await openWireServer(({ path, socket, answer }) => {
      if (path === '/404') answer(404);
      else if (path === '/lost') socket.end();
      else if (path === '/reset') socket.resetAndDestroy();
      else if (path === '/late') setTimeout(answer, 2_000);
      else answer();
    });
    const lines = [
      'self.client.get("/404")',
      'self.client.get("/lost")',
      'self.client.get("/reset")',
      'self.client.get("/late", timeout=0.3)',
      'self.client.get("http://127.0.0.1:1/refused")',
      'with self.client.get("/wrong", catch_response=True) as answer: answer.failure("no books")',
    ];
    const result = await locustOn(server.url, constant(lines.join('\n        ')), { duration: 5_000 });
    const { counts, errors } = result;
    for (const way of ['httpError', 'lost', 'connectionError', 'timeout', 'refused'] as const)
      expect(counts[way], way).toBeGreaterThan(0);
    expect(counts.ok).toBe(0);
    expect(settled(counts) + counts.inFlight).toBe(counts.sent);
    expect(errors.map(({ message }) => message).toSorted()).toEqual([
      'ECONNRESET',
      'HTTP 404',
      'closed without an answer',
      'connection refused',
      'no books',
      'timeout',
    ]);
    expect(quantile(result, 0.5)).toBeGreaterThan(299);
  });

  it('follows a load shape, tags, and listeners of its own', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const shape = `
seen = []
@events.init.add_listener
def begin(environment, **_):
    seen.append(environment)
@events.request.add_listener
def note(name, **_):
    seen.append(name)
class Stairs(LoadTestShape):
    def tick(self):
        time = self.get_run_time()
        return None if time > 30 else (2, 10) if time < 4 else (6, 10)
class Tagged(FastHttpUser):
    wait_time = constant(0.1)
    @tag("wanted")
    @task
    def wanted(self):
        assert seen
        self.client.get("/wanted")
    @tag("other")
    @task
    def other(self):
        self.client.get("/other")
`;
    const result = await locustOn(server.url, constant('self.client.get("/untagged")', shape), {
      duration: 8_000,
      tags: ['wanted'],
      users: 2,
    });
    const users = result.timeline.map((row) => row.users);
    expect(users[0]).toBe(2);
    expect(users.at(-1)).toBe(6);
    expect(result.requests.map(({ name }) => name)).toEqual(['GET /wanted']);
  });

  it('tells what went wrong in tasks, beside the failures of requests', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const result = await locustOn(server.url, constant('self.client.get("/").json()["id"]'));
    expect(result.errors.map(({ message }) => message).join()).toMatch(/^in a task: /);
    expect(result.counts.ok).toBeGreaterThan(0);
  });

  it('sees none of our tokens, and what the configuration gives it', async () => {
    let seen = '';
    await using server = await openWireServer(({ path, answer }) => {
      seen = decodeURIComponent(path);
      answer();
    });
    process.env['GITHUB_TOKEN'] = 'sentinel';
    try {
      await locustOn(server.url, constant('self.client.get("/" + ",".join(os.environ), name="/")'), {
        env: { SHOP: 'books' },
      });
    } finally {
      delete process.env['GITHUB_TOKEN'];
    }
    expect(seen).toContain('SHOP');
    expect(seen).not.toContain('TOKEN');
  });
});

withLocust('a Locust that cannot be listened to', () => {
  it('is measured by its own statistics, which say how fine they are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loadgate-deaf-'));
    try {
      const command = join(folder, 'deaf-locust');
      writeFileSync(command, `#!/bin/sh\nexec env -u LOADGATE_LOCUST_SOCKET ${LOCUST} "$@"\n`, {
        mode: 0o755,
      });
      await using server = await openWireServer(({ path, answer }) => answer(path === '/404' ? 404 : 200));
      const lines = 'self.client.get("/here"); self.client.get("/404")';
      const result = await locustOn(server.url, constant(lines), { command, warmUp: 1_000 });
      expect(result.engine).toMatchObject({
        name: 'locust',
        version: expect.stringMatching(/^2\./) as string,
      });
      expect(result.latency.resolution).toBe(1_000);
      expect(result.counts.ok).toBeGreaterThan(10);
      expect(result.counts.httpError).toBeGreaterThan(10);
      expect(result.counts.sent).toBeLessThan(server.received());
      expect(result.requests.map(({ name }) => name).toSorted()).toEqual(['GET /404', 'GET /here']);
      expect(result.errors.reduce((sum, { count }) => sum + count, 0)).toBe(result.counts.httpError);
      expect(Math.abs(result.elapsed - 3_000)).toBeLessThan(1_500);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

withLocust('a run that is no measurement', () => {
  const HOSTILE = 'path = os.environ["LOADGATE_LOCUST_SOCKET"]';
  const speak = (text: string): string =>
    constant(
      'self.client.get("/")',
      `${HOSTILE}
@events.spawning_complete.add_listener
def lie(**_):
    liar = socket.socket(socket.AF_UNIX)
    liar.connect(path)
    try:
        ${text}
    except OSError:
        pass
`,
    );

  it.each<[string, string, string, RegExp, Parameters<typeof locustOn>[2]?]>([
    ['a module that is missing', 'import no_such_module', 'locust-module-missing', /imports no_such_module/],
    [
      'a command that is missing',
      QUICKSTART,
      'locust-missing',
      /could not be started/,
      { command: '/no/locust' },
    ],
    ['no users', 'import locust', 'locust-ended', /exit code 1/],
    [
      'a locustfile that ends the run',
      constant('self.environment.runner.quit()'),
      'locust-ended',
      /before the measured time/,
    ],
    [
      'a process that ends itself',
      constant('time.sleep(1); os._exit(0)'),
      'locust-untrue',
      /middle of its work/,
    ],
    [
      'an exit code of its own',
      constant(
        'self.client.get("/")',
        '@events.quitting.add_listener\ndef end(environment, **_):\n    environment.process_exit_code = 42\n',
      ),
      'locust-exit-code',
      /exit code 42/,
    ],
    [
      'times that are no numbers',
      constant(
        'events.request.fire(request_type="GET", name="x", response_time=math.nan, response_length=0, exception=None, context={})',
      ),
      'locust-untrue',
      /cannot be: "r/,
    ],
    [
      'times without an end',
      constant(
        'events.request.fire(request_type="GET", name="x", response_time=math.inf, response_length=0, exception=None, context={})',
      ),
      'locust-untrue',
      /cannot be: "r/,
    ],
    [
      'requests without times',
      constant(
        'events.request.fire(request_type="WS", name="x", response_time=None, response_length=0, exception=None, context={})',
      ),
      'locust-untrue',
      /WS x have no response time/,
    ],
    ['nonsense', speak('liar.sendall(b"nonsense\\n")'), 'locust-untrue', /no line of ours/],
    [
      'a line without an end',
      speak('[liar.sendall(b"x" * 1000000) for _ in range(1000)]'),
      'locust-untrue',
      /too long/,
    ],
    [
      'counts that do not fit',
      speak('liar.sendall(b"hello\\t1\\t77\\tlocal\\t2.47.0\\nend\\t5\\n")'),
      'locust-untrue',
      /told of 0/,
    ],
    [
      'a stream that is cut',
      speak('liar.sendall(b"hello\\t1\\t77"); liar.close()'),
      'locust-untrue',
      /cut short/,
    ],
  ])('has %s', async (_, locustfile, code, message, changes = {}) => {
    await using server = await openWireServer(({ answer }) => answer());
    const failure = await failureOf(locustOn(server.url, locustfile, changes));
    expect(failure, failure.lines.join('\n')).toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    });
    expect(failure.lines.length).toBeLessThanOrEqual(20);
  });

  it.each([1, 2])(
    'is over at once when the service dies, with %i process(es), and leaves nothing running',
    async (processes) => {
      await using server = await openWireServer(({ answer }) => answer());
      const dying = new AbortController();
      const detail = {
        kind: 'not-measured',
        code: 'service-died',
        message: phrase('foreign', { text: 'It died.' }),
        advice: phrase('foreign', { text: 'None.' }),
      } as const;
      const failure = await failureOf(
        locustOn(server.url, constant('self.client.get("/")'), {
          processes,
          duration: 60_000,
          died: dying.signal,
          onProgress: ({ phase }) => {
            if (phase === 'load') dying.abort(new Failure(detail));
          },
        }),
      );
      expect(failure.code).toBe('service-died');
    },
  );

  it('prints as much as it likes, and is measured', async () => {
    await using server = await openWireServer(({ answer }) => answer());
    const result = await locustOn(server.url, constant('self.client.get("/"); print("x" * 20_000_000)'));
    expect(result.counts.ok).toBeGreaterThan(0);
  });
});
