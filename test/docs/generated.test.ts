/** The generated parts of the documentation and the schema are what the program makes today. */
import { expect, it } from 'vitest';
import { documents } from '../../scripts/docs.ts';

it('everything generated is current (npm run docs writes it)', async () => {
  const all = await documents();
  expect(all.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'README.md',
      'docs/configuration.md',
      'docs/cli.md',
      'docs/formats.md',
      'schema/loadgate.schema.json',
      'schema/run.schema.json',
      'schema/verdict.schema.json',
    ]),
  );
  expect(all.filter(({ found, wanted }) => found !== wanted).map(({ path }) => path)).toEqual([]);
});
