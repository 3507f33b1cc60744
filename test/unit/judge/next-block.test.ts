/** How many blocks may still follow: a bound that no course of a comparison crosses. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/domain/verdict.ts';
import { CONFIRM_BLOCKS, CONFIRM_BLOCKS_MIN, LAST } from '../../../src/judge/looks.ts';
import { mostBlocks, nextPhase } from '../../../src/judge/next-block.ts';

type Opinion = 'clear' | 'unclear' | 'alarm';

/** A judge that is asked at looks and finds what is given, one after the other. */
function judgeOf(opinions: readonly Opinion[]): () => readonly Comparison[] {
  let asked = 0;
  return () => {
    const opinion = opinions[asked++] ?? 'unclear';
    return [
      {
        outcome: opinion === 'clear' ? 'no-change' : 'inconclusive',
        confirmation: opinion === 'alarm' ? 'waiting' : null,
      } as unknown as Comparison,
    ];
  };
}

/** What was said before each block of a course that the budget pays so many blocks for, and which blocks came. */
function course(affordable: number, opinions: readonly Opinion[]) {
  const judge = judgeOf(opinions);
  const steps: { readonly phase: 'main' | 'confirm'; readonly said: ReturnType<typeof mostBlocks> }[] = [];
  let [main, confirming] = [1, 0];
  for (;;) {
    const soFar = { main, confirming, affordable: affordable - main - confirming };
    const phase = nextPhase(soFar, judge);
    if (phase === null) return steps;
    steps.push({ phase, said: mostBlocks(soFar, phase) });
    if (phase === 'main') main += 1;
    else confirming += 1;
  }
}

describe('the most blocks that may follow', () => {
  it('are never fewer than those that do, in all and in a phase', () => {
    const opinion = fc.constantFrom<Opinion>('clear', 'unclear', 'alarm');
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 80 }),
        fc.array(opinion, { maxLength: 10 }),
        (affordable, all) => {
          const steps = course(affordable, all);
          for (const [index, { phase, said }] of steps.entries()) {
            const rest = steps.slice(index);
            expect(said?.inAll).toBeGreaterThanOrEqual(rest.length);
            expect(said?.inPhase).toBeGreaterThanOrEqual(rest.filter((each) => each.phase === phase).length);
          }
        },
      ),
    );
  });

  it('are reached by a comparison that stays unclear, and then is alarmed', () => {
    const alarms = Array.from<Opinion>({ length: 5 }).fill('alarm');
    const longest = course(200, [...Array.from<Opinion>({ length: 5 }).fill('unclear'), ...alarms]);
    expect(longest).toHaveLength(LAST.blocks - 1 + CONFIRM_BLOCKS);
    expect(longest[0]?.said).toEqual({
      inPhase: LAST.blocks - 1,
      inAll: longest.length,
      isExact: false,
    });
    expect(course(12, []).length).toBe(12 - 1 - CONFIRM_BLOCKS_MIN);
    expect(course(12, [])[0]?.said).toMatchObject({ inPhase: 12 - 1 - CONFIRM_BLOCKS_MIN, inAll: 11 });
  });

  it('are not known before a block has shown what one costs', () => {
    expect(mostBlocks({ main: 0, confirming: 0, affordable: Infinity }, 'main')).toBeNull();
  });
});
