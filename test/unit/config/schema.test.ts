/** The committed JSON Schema and the reference made from it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaText } from '../../../scripts/schema.ts';
import { DEFAULTS } from '../../../src/config/defaults.ts';
import { configReference } from '../../../src/config/reference.ts';
import { METRIC_NAMES, METRICS } from '../../../src/domain/metric.ts';

const committed = readFileSync(join(import.meta.dirname, '../../../schema/loadgate.schema.json'), 'utf8');

describe('schema/loadgate.schema.json', () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(
    JSON.parse(committed),
  );
  const accepts = (text: string) => validate(parse(text));

  it('is what the schema makes', () => {
    expect(committed).toBe(schemaText());
  });

  it.each([
    'service: { start: x }\nscenarios: { a: {} }',
    'service: { url: "http://localhost:1", ready: /h }\nscenarios: { a: { requests: [GET /, { path: /x, expect: [2xx, 201] }], duration: 1m30s, users: 3 } }',
    'service: { start: x, port: 1, env: { A: x } }\nscenarios: { a: { limits: { p95: off, p99: { max: 5ms }, error-rate: { max: 0.01 } }, variables: { v: { list: [a] }, w: { file: f.csv, pick: random } } } }',
    'service: { start: x, ready: { http: { status: 200 } } }\nscenarios: { a: { warm-up: 0, limits: { throughput: { min: 100/s } } } }',
    'target: { url: "https://api.example.com" }\nallowed-addresses: [api.example.com, 10.0.0.0/8]\nscenarios: { a: {} }',
  ])('accepts %j', (text) => {
    accepts(text);
    expect(validate.errors).toBeNull();
  });

  it.each([
    '{}',
    'scenarios: { a: {} }',
    'service: { start: x }\ntarget: { url: "http://localhost" }\nscenarios: { a: {} }',
    'service: { start: x }\nscenarios: {}',
    'service: { strat: x }\nscenarios: { a: {} }',
    'service: { start: x }\nscenarios: { a: { users: 0 } }',
    'service: { start: x }\nscenarios: { a: { duration: 30 seconds } }',
    'service: { start: x }\nscenarios: { a: { limits: { p95: { min: 5ms } } } }',
    'service: { start: x }\nscenarios: { a: { limits: { p95: {} } } }',
    'service: { start: x }\nscenarios: { a: { variables: { v: { list: [a], range: [1, 2] } } } }',
    'service: { start: x }\nscenarios: { a: { requests: [FETCH /] } }',
    'service: { start: x, ready: { tcp: true, log: x } }\nscenarios: { a: {} }',
  ])('refuses %j', (text) => {
    expect(accepts(text)).toBe(false);
  });
});

describe('configReference', () => {
  const rows = configReference();
  const row = (key: string) => rows.find((one) => one.key === key);

  it('describes every key, each once', () => {
    const keys = rows.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
    expect(rows.filter(({ type, description }) => type === '' || !description.endsWith('.'))).toEqual([]);
  });

  it('knows types and defaults', () => {
    expect(row('scenarios.<name>.users')).toMatchObject({
      type: 'whole number',
      default: String(DEFAULTS.users),
    });
    expect(row('scenarios.<name>.duration')).toMatchObject({ type: 'duration', default: DEFAULTS.duration });
    expect(row('policy.on-inconclusive')).toMatchObject({ type: '`pass` or `fail`', default: 'pass' });
    expect(row('service.start')).toMatchObject({ type: 'command', default: null });
    expect(row('scenarios.<name>.requests')).toMatchObject({
      type: 'list of request line or mapping',
      default: 'GET /',
    });
    expect(row('scenarios.<name>.requests[].expect')).toMatchObject({ type: 'status or list of status' });
    expect(row('scenarios.<name>.variables.<name>.counter.start')).toMatchObject({ default: '0' });
    expect(row('defaults.limits.throughput')).toMatchObject({
      type: '`off` or mapping',
      default: 'max-decrease 10%',
    });
  });

  it('has the limits that METRICS makes', () => {
    for (const metric of METRIC_NAMES) {
      const [change, bound] =
        METRICS[metric].better === 'lower' ? ['max-increase', 'max'] : ['max-decrease', 'min'];
      const keys = rows
        .map(({ key }) => key)
        .filter((key) => key.startsWith(`scenarios.<name>.limits.${metric}.`));
      expect(keys).toEqual([
        `scenarios.<name>.limits.${metric}.${change}`,
        `scenarios.<name>.limits.${metric}.${bound}`,
      ]);
    }
  });
});
