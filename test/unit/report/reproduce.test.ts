/** The line that measures the same again: what is in it, and that pasting it executes no word of a stranger. */
import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Occasion } from '../../../src/domain/occasion.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { reproduceCommand, shellWord } from '../../../src/report/reproduce.ts';
import { tell } from '../../fixtures/told.ts';
import { STORIES } from '../../golden/report/stories.ts';

const HEAD = '4f2a9c1e7b3d5a6f8091a2b3c4d5e6f708192a3b';
const BASE = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567';
const PULL: Occasion = {
  kind: 'pull-request',
  repository: 'octo/bookshop',
  headSha: HEAD,
  baseSha: BASE,
  pullRequest: { number: 42, fromFork: true },
  runUrl: null,
};
const LOCAL: Occasion = {
  ...PULL,
  kind: 'local',
  repository: null,
  headSha: null,
  baseSha: null,
  pullRequest: null,
};

describe('the command', () => {
  it('of a pull request fetches both commits, checks out, and measures with the same seed', () => {
    expect(reproduceCommand({ occasion: PULL, commit: HEAD, seed: 7, flags: {} })).toBe(
      `git fetch origin ${HEAD} ${BASE} && git checkout ${HEAD} && npx loadgate run --base ${BASE} --seed 7`,
    );
  });

  it('of a run on a laptop is run where it was', () => {
    expect(reproduceCommand({ occasion: LOCAL, commit: HEAD, seed: 7, flags: {} })).toBe(
      'npx loadgate run --seed 7',
    );
  });

  it('has the flags that overrode the configuration, and not those that say where the report goes', () => {
    const flags = {
      config: 'ci/gate.yml',
      start: 'node a.js --port {port}',
      comment: 'never',
      users: '',
      requests: 'GET /a\nGET /b',
    };
    expect(reproduceCommand({ occasion: LOCAL, commit: null, seed: 7, flags })).toBe(
      String.raw`npx loadgate run --config ci/gate.yml --start 'node a.js --port {port}' --requests $'GET /a\nGET /b' --seed 7`,
    );
  });

  it('takes nothing for a commit that is none', () => {
    const strange = reproduceCommand({
      occasion: { ...PULL, baseSha: '$(id)' },
      commit: '--upload-pack=id',
      seed: 7,
      flags: {},
    });
    expect(strange).toBe('npx loadgate run --seed 7');
  });
});

describe('a word for the shell', () => {
  it('comes out as it went in, and executes nothing', () => {
    const words = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc
        .array(fc.constantFrom("'", '"', '\\', '$', '`', '\n', '(', ')', ';', '&', ' ', '\t', '!', 'a'), {
          maxLength: 12,
        })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(words, (text) => {
        const echoed = execFileSync('bash', ['-c', `printf %s ${shellWord(text)}`], {
          encoding: 'utf8',
          timeout: 30_000,
        });
        expect(echoed).toBe(text.replaceAll('\r', '').replaceAll('\0', ''));
      }),
      { numRuns: 60 },
    );
  });
});

it('stands whole in the comment, in a block with a button to copy it', () => {
  const { report } = tell(STORIES['base-regression']!);
  expect(renderMarkdown(report, 'en')).toContain(`\n\`\`\`sh\n${report.method.reproduce}\n\`\`\`\n`);
});
