/** The published schemas of run.json and verdict.json: what is written is valid, what is changed is not, and run.json is read by its number. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { schemaFiles } from '../../../scripts/schema.ts';
import { failureText } from '../../../src/report/failure.ts';
import { terminalMarks } from '../../../src/report/terminal.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { RUN_SCHEMA } from '../../../src/domain/measurement.ts';
import { VERDICT_SCHEMA } from '../../../src/domain/verdict.ts';
import { parseRun } from '../../../src/measure/recorded-run.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES } from '../../golden/report/stories.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

interface Schema {
  readonly $id: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, object>>;
  readonly definitions: Readonly<Record<string, { readonly description?: string }>>;
}

const committed = (name: string): Schema =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../../schema/${name}.schema.json`), 'utf8'));
const validatorOf = (name: string) =>
  new Ajv({ strict: true, allowUnionTypes: true, strictTuples: false }).compile(committed(name));

/** As a file has it. */
const written = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value));

const told = Object.entries(STORIES).map(([name, story]) => {
  const { run, verdict } = tell(story);
  return { name, run: written(run), verdict: written(verdict) };
});

/** The value with something else at a path. */
function withAt(
  value: Json,
  path: readonly (string | number)[],
  change: (old: Json) => Json | undefined,
): Json {
  const [head, ...rest] = path;
  if (head === undefined) return change(value) ?? null;
  if (Array.isArray(value))
    return value.map((each: Json, index) => (index === head ? withAt(each, rest, change) : each));
  const object = value as JsonObject;
  const inner = rest.length === 0 ? change(object[head] ?? null) : withAt(object[head] ?? null, rest, change);
  const { [head]: _, ...others } = object;
  return inner === undefined ? others : { ...others, [head]: inner };
}

/** Mappings from names to values: what is in them is no field. */
const MAPPINGS = ['configHashes', 'statusShares'];

/** With one more field in every object. */
function enriched(value: Json, key = ''): Json {
  if (Array.isArray(value)) return value.map((each: Json) => enriched(each));
  if (typeof value !== 'object' || value === null || MAPPINGS.includes(key)) return value;
  const inner = Object.entries(value).map(([name, each]) => [name, enriched(each, name)] as const);
  return { ...Object.fromEntries(inner), later: 1 };
}

const gone = (): undefined => undefined;
const to = (value: Json) => (): Json => value;

describe.each([
  ['run', 'The measured time by the generator'],
  ['verdict', 'Where the true change lies with 90 % confidence'],
] as const)('schema/%s.schema.json', (file, words) => {
  const validate = validatorOf(file);

  it('is what the shapes make', () => {
    const text = readFileSync(join(import.meta.dirname, `../../../schema/${file}.schema.json`), 'utf8');
    expect(text).toBe(schemaFiles()[`schema/${file}.schema.json`]);
  });

  it.each(told.map((each) => [each.name, each[file]] as const))('takes what is written: %s', (_, value) => {
    validate(value);
    expect(validate.errors).toBeNull();
  });

  it('has an address, the words of every type, and those of its fields', () => {
    const { $id, description, definitions, properties } = committed(file);
    expect($id).toMatch(new RegExp(`/schema/${file}\\.schema\\.json$`));
    expect(description).not.toBe('');
    const wordless = Object.entries(definitions).filter(([, type]) => (type.description ?? '') === '');
    expect(wordless.map(([name]) => name)).toEqual([]);
    expect(Object.keys(properties)).toContain('schema');
    expect(JSON.stringify(definitions)).toContain(`"description":"${words}`);
  });

  it('takes fields that a later version adds, anywhere', () => {
    for (const each of told) {
      const later = enriched(each[file]);
      expect(JSON.stringify(later).split('"later":').length).toBeGreaterThan(5);
      validate(later);
      expect(validate.errors).toBeNull();
    }
  });
});

it('tells the arms of a union by their kind', () => {
  expect(JSON.stringify(committed('verdict').definitions['VoidReason'])).toContain(
    '"description":"Others took so much of the machine in so many blocks.',
  );
});

describe('what is no run any more', () => {
  const validate = validatorOf('run');
  const { run } = told.find(({ name }) => name === 'database-finding') ?? expect.fail();
  const slice = ['blocks', 0, 'slices', 0] as const;

  it.each([
    ['another number', ['schema'], to(RUN_SCHEMA + 1)],
    ['no seed', ['seed'], gone],
    ['a time that is text', [...slice, 'elapsed'], to('20000')],
    ['a count below zero', [...slice, 'counts', 'ok'], to(-1)],
    ['half a request', [...slice, 'counts', 'ok'], to(1.5)],
    ['no counts', [...slice, 'counts'], gone],
    ['a null where there is none', [...slice, 'latency'], to(null)],
    ['another side', [...slice, 'side'], to('left')],
    ['an unknown engine', [...slice, 'engine', 'name'], to('curl')],
    ['a database without a name', [...slice, 'resources', 'databases', 0, 'name'], gone],
    ['a timeline that is no list', [...slice, 'timeline'], to({})],
  ] as const)('%s', (_, path, change) => {
    expect(validate(run)).toBe(true);
    expect(validate(withAt(run, path, change))).toBe(false);
  });
});

describe('what is no verdict any more', () => {
  const validate = validatorOf('verdict');
  const { verdict } = told.find(({ name }) => name === 'regression') ?? expect.fail();
  const judgement = ['scenarios', 0, 'judgements', 0] as const;

  it.each([
    ['another number', ['schema'], to(VERDICT_SCHEMA + 1)],
    ['an exit code of a failure', ['exitCode'], to(3)],
    ['an unknown outcome', ['outcome'], to('green')],
    ['no scenarios', ['scenarios'], gone],
    ['an unknown metric', [...judgement, 'metric'], to('p94')],
    ['no value', [...judgement, 'value'], gone],
    ['a value that is text', [...judgement, 'value'], to('12 ms')],
    ['an interval with one end', [...judgement, 'comparison', 'interval'], to([1])],
    ['an unknown reference', ['scenarios', 0, 'reference', 'kind'], to('guess')],
    ['a reference without runs', ['scenarios', 0, 'reference', 'runs'], gone],
    ['an unknown reason', ['scenarios', 0, 'voids'], to([{ kind: 'bad mood' }])],
    ['a metric left out', ['scenarios', 0, 'metrics', 'p99'], gone],
  ] as const)('%s', (_, path, change) => {
    expect(validate(verdict)).toBe(true);
    expect(validate(withAt(verdict, path, change))).toBe(false);
  });
});

describe('parseRun', () => {
  const [first] = told;
  const run = first?.run ?? {};
  const failureOf = (value: unknown): Failure => {
    try {
      parseRun(JSON.stringify(value), 'run.json');
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
    return expect.fail('it was read');
  };

  it.each(told.map((each) => [each.name, each.run] as const))('reads what is written: %s', (_, value) => {
    expect(parseRun(JSON.stringify(value), 'run.json')).toEqual(value);
  });

  it('refuses another number with the command that reads it', () => {
    const { detail } = failureOf({ ...run, schema: 4, loadgate: '0.0.9' });
    expect(detail).toMatchObject({ kind: 'usage', code: 'run-other-schema' });
    expect(detail.message).toBe(`run.json has schema 4, and this version of Loadgate reads ${RUN_SCHEMA}.`);
    expect(detail.advice).toContain('`npx loadgate@0.0.9 judge run.json`');
  });

  it('puts no stranger’s words into a command', () => {
    const { detail } = failureOf({ ...run, schema: 4, loadgate: 'evil; rm -rf /' });
    expect(detail.advice).toBe('Judge it with the version of Loadgate that recorded it.');
  });

  it('refuses a field that it does not know, since the verdict could depend on it', () => {
    const { detail } = failureOf({ ...run, later: 1 });
    expect(detail.code).toBe('run-invalid');
    expect(detail.lines.join()).toContain('later');
  });

  it('tells in Russian, too, what another workflow may have left', () => {
    const marks = terminalMarks({ colour: false });
    const { message } = failureText(failureOf({ ...run, later: 1 }).detail, 'ru', marks);
    expect(message).toBe('В файле `run.json` не прогон, записанный этой версией Loadgate.');
    const other = failureOf({ ...run, schema: 1_004, loadgate: '0.0.9' }).detail;
    expect(failureText(other, 'ru', marks)).toMatchObject({
      message: `У прогона в файле \`run.json\` схема \`1004\`, а эта версия Loadgate читает схему \`${RUN_SCHEMA}\`.`,
      advice: 'Оценивайте его той версией, которая его записала: `npx loadgate@0.0.9 judge run.json`.',
    });
  });
});

it('a histogram that cannot be decoded is refused with its place', () => {
  const text = JSON.stringify(told[0]?.run).replace(/"encoded":"[^"]{9}/u, '$&{');
  const lines = expect.arrayContaining([expect.stringMatching(/encoded: a histogram cannot be decoded/u)]);
  expect(() => parseRun(text, 'run.json')).toThrow(
    expect.objectContaining({ detail: expect.objectContaining({ code: 'run-invalid', lines }) }),
  );
});
