/** Values on which checks of length would stumble are refused like all others, with their places. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { decodeBaseline } from '../../../src/baseline/codec.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { readShape } from '../../../src/domain/shaped.ts';
import { parseRun } from '../../../src/measure/recorded-run.ts';
import { RUN_SCHEMA } from '../../../src/domain/measurement.ts';
import { problemsIn } from '../config/loading.ts';

const TRAP = { length: { toString: 1 } };
const schema = z.strictObject({ names: z.array(z.string()).max(3), text: z.string().max(9) });

it('says where a length holds others', () => {
  const read = readShape(schema, { names: ['a'], text: TRAP });
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual(['text']);
});

it('reads everything else as the shape does', () => {
  expect(readShape(schema, { names: ['a'], text: 'b' })).toEqual({
    success: true,
    data: { names: ['a'], text: 'b' },
  });
  expect(readShape(schema, { names: 1 }).error?.issues).toHaveLength(2);
});

it('S16: a configuration with one is told of it', async () => {
  const text = 'service: { start: x }\nscenarios: { a: { requests: { length: {} } } }';
  expect(await problemsIn({ text })).toEqual([expect.stringContaining('`scenarios.a.requests` must')]);
  const scenario = 'service: { start: x }\nscenarios: { length: {} }';
  await expect(problemsIn({ text: scenario })).rejects.toThrow('was accepted');
});

it.each([
  ['a baseline', () => decodeBaseline(JSON.stringify({ schema: 1, suite: TRAP, scenarios: {} }), 'b')],
  ['a recorded run', () => parseRun(JSON.stringify({ schema: RUN_SCHEMA, suite: TRAP }), 'r')],
])('S16: %s with one is refused', (_, read) => {
  expect(read).toThrow(Failure);
});
