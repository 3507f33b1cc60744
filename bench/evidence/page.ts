/** docs/evidence.md: the prose between the tables. */
import { markdownTable } from 'markdown-table';
import type { KeptDesignBlock } from '../gate/designs.ts';
import { claimsOf } from './claims.ts';
import { type Group, judgedOtherwise, rivalShares, UNCHANGED } from './facts.ts';
import { RIVALS } from './rivals.ts';
import {
  bootSpread,
  designTable,
  effectTable,
  percent,
  type PseudoRow,
  pseudoTable,
  readingTable,
  realTable,
  rivalTable,
} from './tables.ts';

const TRIALS = 20_000;
/** Groups that rivals are shown, where they were measured. */
const SHOWN = [UNCHANGED, 'cpu-bursts', 'disk-bursts', 'cpu-5', 'cpu-3', 'tail', 'wait'];
const USUAL_DESIGN = '100 ms';
const USUAL_SECONDS = 2;

/** The whole page. */
export function composePage(
  groups: readonly Group[],
  pseudo: readonly PseudoRow[],
  designs: readonly KeptDesignBlock[],
): string {
  const sections = [
    opening(groups),
    claims(groups, pseudo),
    realRuns(groups),
    pseudoRunsSection(pseudo),
    rivals(groups, pseudo),
    noise(groups),
    design(designs),
  ];
  return `${sections.join('\n\n')}\n`;
}

function opening(groups: readonly Group[]): string {
  const runs = groups.flatMap((group) => group.runs.map(({ run }) => run));
  const dates = runs.map(({ at }) => at.slice(0, 16).replace('T', ' ')).toSorted();
  const machines = [...new Set(runs.map(({ machine }) => machine))].join('; ');
  const hours = runs.reduce((sum, { seconds }) => sum + seconds, 0) / 3_600;
  return `# Evidence

Does the gate call unchanged code slower, and does it see changes that are there? This page is written by \`npm run bench:evidence\` from the runs in \`bench/results/\`, which
\`npm run bench:gate\` measured. A test holds its counts against those runs.

- **Machine.** ${machines}: a virtual machine that shares its hardware with strangers. Nobody kept it quiet, and some of the time people worked on it.
- **Runs.** ${runs.length} real ones between ${dates[0] ?? ''} and ${dates.at(-1) ?? ''} UTC, ${hours.toFixed(1)} hours in all: builds, fresh boots, looks and confirmation as in
  \`compare: base\`, with the standard limits (p95 3 %, throughput and CPU time a request 2 %; \`strict\` 2 and 1 %).
- **Service.** \`bench/gate/service.mjs\`: a Node.js service of about 0.6 ms of CPU time a request under ten users (four where it waits 10 ms), with changes of known size.
- **What is kept.** For each block every turn with its counts, p50, p95, CPU time and what others took of the machine, and for all turns together the metrics. Verdicts can be
  computed again from it: ${groups.reduce((sum, group) => sum + judgedOtherwise(group), 0)} of ${runs.length} runs come to another outcome than they did when they were measured.`;
}

function claims(groups: readonly Group[], pseudo: readonly PseudoRow[]): string {
  const rows = claimsOf(groups, pseudo).map(({ aim, seen, held }) => [
    aim,
    seen,
    held === null ? '–' : held ? '✓' : '✗ not held',
  ]);
  return `## Aims

Intervals in brackets are exact ones of 95 % (Clopper and Pearson).

${markdownTable([['aim', 'seen', ''], ...rows])}`;
}

const realRuns = (groups: readonly Group[]): string => `## Real runs

\`load\` is time under load, warm-up included; fresh boots and the work between turns take about a fifth more.

${realTable(groups)}`;

const pseudoRunsSection = (pseudo: readonly PseudoRow[]): string => `## Pseudo-runs

Blocks drawn at random, with replacement, from all real blocks of the same kind, and put through the whole procedure: looks, confirmation, budget, vetoes. That tells how
often rare things happen, as far as blocks are independent of each other: an hour in which the machine was in one mood counts as many moods here. The columns \`by\` say in which
share of pseudo-runs a metric regressed: a run ends when any of them is confirmed, while others may still be open. The last two are of pseudo-runs in which p95 was the only metric
with a limit.

${pseudoTable(pseudo)}`;

function rivals(groups: readonly Group[], pseudo: readonly PseudoRow[]): string {
  const shown = groups.filter(({ name }) => SHOWN.includes(name));
  const shares = shown.map((group, index) => rivalShares(group, TRIALS, 100 + index));
  const ours = shown.map((group) => {
    const row = pseudo.find((each) => each.group === group);
    return row === undefined ? Number.NaN : row.tally.fail / row.tally.total;
  });
  const about = RIVALS.map(({ name, about: words }) => `- *${name}*: ${words}`).join('\n');
  return `## Other rules on the same blocks

How often each rule calls the change slower. In the columns where the code is the same that is a false alarm; in the others it is what a gate is for. One block of the gate is a run
of theirs: ${USUAL_SECONDS} s under load in short turns, which favours them, since they usually measure in one stretch.

${rivalTable(shown, shares, ours)}

${about}`;
}

function noise(groups: readonly Group[]): string {
  const unchanged = groups.find(({ name }) => name === UNCHANGED);
  const stored =
    unchanged === undefined
      ? ''
      : `\n\nA stored baseline has to live with more: over ${bootSpread(unchanged, 'p95').blocks} boots of the same code in these hours, p95 spread by ${percent(bootSpread(unchanged, 'p95').spread)}, throughput by ${percent(bootSpread(unchanged, 'throughput').spread)} and CPU time a request by ${percent(bootSpread(unchanged, 'cpu-per-request').spread)} (1.4826 times the median absolute deviation of their logarithms).`;
  return `## Blocks

The change that blocks tell (its middle), and how far they lie apart (standard deviation of the log ratio): read off the quiet turns, which decides, and off
all turns together.

${effectTable(groups)}${stored}`;
}

function design(blocks: readonly KeptDesignBlock[]): string {
  const usual = blocks.filter(({ design: name }) => name === USUAL_DESIGN);
  return `## Why blocks are as they are

\`npm run bench:design\` measured blocks of two equal builds by several designs in turn, so that all of them met the same moods of the machine; that was before the service's work was put into compiled code, so that the luck of the just-in-time compiler is in every row. Spread of a block with ${USUAL_SECONDS} s a
build; *its middle* is the same without the few worst blocks (1.4826 times the median absolute deviation).

${designTable(blocks, USUAL_SECONDS)}

Turns of ${USUAL_DESIGN} on cores of their own, read in different ways and for different lengths:

${readingTable(usual, [1, USUAL_SECONDS, 3])}

- **Turns of 100 ms.** Disturbances come and go within some tenths of a second and only ever make a turn slower. Short turns let some escape; in those of a second hardly any
  does. Turns of 50 ms were as quiet for this service, but of a slower one they would hold too few answers for a p95.
- **The best quarter of turns.** The best of them were spared; the middle of all turns is not safe when half of them are hit. Choosing pairs of
  neighbours of which both were spared looks even quieter, and is wrong: it takes lucky turns of the slower build and any of the faster one, and told a change of 5 % as 3.5 %.
- **${USUAL_SECONDS} s a build and block.** That is 20 turns, five of them the quiet ones. Longer is quieter and costs load; fresh boots are the unit that counts.
- **A warm-up of at least three turns of half a second.** With a fifth of a second each, the middle of blocks spread further in throughput and CPU time; of p95 that cannot be told from so few blocks.
- **Looks after 4, 6, 9, 14, 22 and 34 blocks.** Four clear most unchanged services; 34 and eight that confirm fit into six minutes. Without the last one, and with no more
  than eight blocks to confirm, this page told at commit c89e760 that \`strict\` saw 2 % more CPU time in 66.6 % of pseudo-runs.`;
}
