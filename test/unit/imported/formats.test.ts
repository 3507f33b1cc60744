/** The traps of single formats, each as its tool falls into it. */
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/domain/failure.ts';
import { IMPORT_FORMATS, LACKS } from '../../../src/domain/imported.ts';
import { summarise } from '../../../src/stats/summary.ts';
import { bytesOf, fileOf, OUTPUTS, read, runOfOutput } from '../../fixtures/foreign.ts';

const edited = (name: string, ...edits: readonly (readonly [string | RegExp, string])[]) =>
  fileOf(
    name,
    edits.reduce((text, [from, to]) => {
      const after = text.replace(from, to);
      if (after === text) throw new Error(`${name} has no ${String(from)}`);
      return after;
    }, bytesOf(name).toString()),
  );

/** The refusal of a file. */
async function refusal(file: ReturnType<typeof fileOf>): Promise<Failure['detail']> {
  return await read(file).then(
    () => {
      throw new Error(`${file.name} was read`);
    },
    (error: Failure) => error.detail,
  );
}

describe('formats', () => {
  it('each has an output to be tried with', async () => {
    const seen = new Set<string>();
    for (const name of OUTPUTS) {
      const found = await read(fileOf(name, bytesOf(name))).catch(() => null);
      if (found !== null) seen.add(found.format);
    }
    expect([...seen].toSorted()).toEqual([...IMPORT_FORMATS].toSorted());
  });

  it('name what they lack once, in the order of the report', async () => {
    const run = await runOfOutput(fileOf('a', bytesOf('hey-0.1.5.txt')));
    const lacks = run.blocks[0]?.slices[0]?.imported?.lacks ?? [];
    expect(lacks).toEqual(LACKS.filter((lack) => lacks.includes(lack)));
    expect(lacks).toContain('users');
  });
});

describe('metrics', () => {
  it('that are not told have no value, and nothing is put between quantiles', async () => {
    const run = await runOfOutput(fileOf('a', bytesOf('wrk-4.1.0-latency.txt')));
    const { metrics } = summarise(run, 'browse', 'head');
    expect(metrics).toMatchObject({
      p50: 6.25,
      p95: null,
      p99: 59.07,
      'cpu-per-request': null,
      'answer-size': null,
    });
    const none = summarise(await runOfOutput(fileOf('a', bytesOf('wrk-4.1.0-plain.txt'))), 'browse', 'head');
    expect([none.metrics.p50, none.metrics.p95, none.metrics.p99]).toEqual([null, null, null]);
    expect(none.metrics.throughput).toBeCloseTo(1362 / 3.04);
  });

  it('F21: are those of the tool', async () => {
    const facts = async (name: string) => {
      const { metrics, counts } = summarise(await runOfOutput(fileOf('a', bytesOf(name))), 'browse', 'head');
      return [metrics.p95, counts.sent, counts.sent + counts.refused - counts.ok - counts.inFlight];
    };
    expect(await facts('ab-2.3.txt')).toEqual([27, 1132, 0]);
    expect(await facts('k6-summary.json')).toEqual([103.71, 4120, 21]);
    expect(await facts('artillery-2.json')).toEqual([36.2, 3000, 36]);
    expect(await facts('locust-2.47.0_stats.csv')).toEqual([26, 869, 0]);
    expect(await facts('wrk2-4.0.0.txt')).toEqual([9.351, 9980, 0]);
    expect(await facts('oha-1.9.0-errors.json')).toEqual([expect.any(Number), 3754, 375]);
  });
});

describe('wrk', () => {
  it('counts socket errors, and lets timeouts into the error rate', async () => {
    const file = edited('wrk-4.1.0-latency.txt', [
      /(requests in .*\n)/,
      '$1  Socket errors: connect 3, read 4, write 5, timeout 6\n  Non-2xx or 3xx responses: 7\n',
    ]);
    const { foreign } = await read(file);
    expect(foreign.counts).toMatchObject({
      refused: 3,
      connectionError: 9,
      timeout: 6,
      httpError: 7,
      ok: 1318,
    });
  });
});

describe('hey', () => {
  it('without a part of its statuses or errors contradicts its own rate', async () => {
    const file = edited('hey-0.1.5-errors.txt', [/\nError distribution:[\s\S]*/, '\n']);
    expect(await refusal(file)).toMatchObject({ code: 'import-inconsistent' });
  });
});

describe('autocannon', () => {
  it('that sent twice what was answered is not believed', async () => {
    expect(await refusal(fileOf('a.json', bytesOf('autocannon-9.0.0-errors.json')))).toMatchObject({
      code: 'import-inconsistent',
      message: expect.stringContaining('closes its connections'),
    });
  });
});

describe('k6', () => {
  it('points without their counterpart are not the whole', async () => {
    const file = edited('k6-points.ndjson', [/\{"metric":"http_reqs","type":"Point".*\n/, '']);
    expect(await refusal(file)).toMatchObject({ code: 'import-inconsistent' });
  });

  it('a broken line is named with its number', async () => {
    const lines = bytesOf('k6-points.ndjson').toString().split('\n');
    const text = lines.with(41, '{"metric":"http_reqs","type":"Point","data":{"time":').join('\n');
    expect((await refusal(fileOf('points.json', text))).message).toContain('points.json:42:');
  });

  it('failed requests and requests have to add up', async () => {
    const file = edited('k6-summary.json', ['"fails": 4099', '"fails": 4000']);
    expect(await refusal(file)).toMatchObject({ code: 'import-inconsistent' });
    const missing = edited('k6-summary.json', ['"http_req_failed"', '"other"']);
    expect((await refusal(missing)).message).toContain('http_req_failed');
  });
});

describe('JMeter', () => {
  it('sums of transactions are no requests, and labels with commas and lines stay whole', async () => {
    const { foreign } = await read(fileOf('a.jtl', bytesOf('jmeter-results.jtl')));
    expect(foreign.counts).toMatchObject({ sent: 400, timeout: 4, httpError: 4 });
    expect(foreign.requests.map(({ name }) => name).toSorted()).toEqual(['home', 'item, by id']);
  });

  it.each([
    ['XML', '<?xml version="1.0" encoding="UTF-8"?>\n<testResults version="1.2">\n</testResults>\n', 'CSV'],
    ['no header', '1795876180000,5,home,200,OK,a,text,true,,1,1,1,1,u,5,0,0\n', 'print_field_names'],
  ])('%s is refused, with what helps', async (_, text, help) => {
    expect((await refusal(fileOf('a.jtl', text))).advice).toContain(help);
  });
});

describe('Locust', () => {
  it('without its last row is cut off', async () => {
    const file = edited('locust-2.47.0_stats.csv', [/,Aggregated[^\n]*\n/, '']);
    expect(await refusal(file)).toMatchObject({ code: 'import-truncated' });
  });

  it('rows have to come to what is said of all', async () => {
    const file = edited('locust-2.47.0_stats.csv', ['GET,/burn,212,0,', 'GET,/burn,211,0,']);
    expect(await refusal(file)).toMatchObject({ code: 'import-inconsistent' });
  });
});
