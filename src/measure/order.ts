/** Who is when: balanced orders, by a seed. */
import type { Side } from '../domain/measurement.ts';
import type { Random } from '../stats/random.ts';

/**
 * An order of turns in units of four, each ABBA or BAAB by lot: within every unit both builds are at the same time on average, so that a drift of the
 * machine reaches both alike. `aSide` is even.
 */
export function balancedOrder(random: Random, aSide: number): readonly Side[] {
  return Array.from({ length: aSide / 2 }, (): readonly Side[] =>
    random.next() < 0.5 ? ['head', 'base', 'base', 'head'] : ['base', 'head', 'head', 'base'],
  ).flat();
}

/** Both builds, by lot. */
export const drawnSides = (random: Random): readonly [Side, Side] =>
  random.next() < 0.5 ? ['head', 'base'] : ['base', 'head'];

/** In a drawn order (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const drawn = [...items];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last);
    const item = drawn[last];
    const swapped = drawn[other];
    if (item === undefined || swapped === undefined) continue;
    drawn[last] = swapped;
    drawn[other] = item;
  }
  return drawn;
}
