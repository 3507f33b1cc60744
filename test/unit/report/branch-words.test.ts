/** What the report says of accepted runs on a branch of their own, in each language. */
import { describe, expect, it } from 'vitest';
import { keptIn } from '../../../src/findings/kept.ts';
import { acceptCommand } from '../../../src/findings/accept-command.ts';
import { judge } from '../../../src/judge/judge.ts';
import { LANGUAGES, penOf } from '../../../src/report/pen.ts';
import { planOf, runOf, sliceOf } from '../judge/sample-run.ts';

/** Marks what goes through it. */
const PEN = penOf(
  LANGUAGES.en,
  {
    name: (text) => `<${text}>`,
    prose: (text) => text,
    command: (text) => `$ ${text}`,
    code: (text) => `\`${text}\``,
    strong: (text) => text,
    link: (text) => text,
  },
  1,
);
const KEPT = { path: 'shop.json', branch: 'loadgate' };
const COMMAND = 'npx loadgate baseline update';

describe.each(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])('%s', (language) => {
  const { findings } = LANGUAGES[language];

  it('names the branch, and asks nobody to commit a file to it', () => {
    const sentences = [
      findings['take-baseline']({ ...KEPT, command: COMMAND }, PEN),
      findings['more-baseline-runs']({ ...KEPT, runs: 2, wanted: 10 }, PEN),
      findings['fix-or-accept']({ ...KEPT, command: COMMAND, against: 'baseline', lines: [] }, PEN),
    ];
    for (const sentence of sentences) {
      expect(sentence).toContain('<loadgate>');
      expect(sentence).not.toContain('shop.json');
      expect(sentence).not.toContain('undefined');
    }
    expect(sentences[0]).toContain('`permissions: contents: write`');
    expect(sentences[2]).toContain(`$ ${COMMAND}`);
  });

  it('asks for the commit of a file that is one', () => {
    const sentence = findings['take-baseline']({ path: 'b.json', command: COMMAND }, PEN);
    expect(sentence).toContain('<b.json>');
    expect(sentence).not.toContain('contents: write');
  });
});

it('is found in what the run was compared with', () => {
  const plan = planOf();
  const source = { path: 'shop.json', commit: null, branch: 'loadgate' };
  const of = (branch: boolean) =>
    keptIn(
      plan,
      judge(runOf(sliceOf({})), plan, {
        browse: { kind: 'first-run', source: branch ? source : { path: 'b.json', commit: null } },
      }),
    );
  expect(of(true)).toEqual(KEPT);
  expect(of(false)).toEqual({ path: plan.baseline.path });
  expect(acceptCommand(plan, KEPT)).toContain('--baseline-store branch --from');
  expect(acceptCommand(plan)).not.toContain('--baseline-store');
});
