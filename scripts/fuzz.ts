/** Fuzzers: `npm run fuzz -- [--target NAME] [--runs N] [--seed S] [--ci | --release]`. An input that gets through is made small, printed, and kept for the tests. */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { keep, keptFor } from './fuzz/corpus.ts';
import type { AnyTarget, Depth, Tried } from './fuzz/target.ts';
import { TARGETS } from './fuzz/targets.ts';

/** The same in every CI run, so that a change is blamed for what it changed alone. */
const SEED_IN_CI = 20_261_128;
/** Between two looks at how far it is. */
const INPUTS_AT_ONCE = 20;
const TELL_EVERY_MS = 30_000;

const { values } = parseArgs({
  options: {
    target: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string' },
    ci: { type: 'boolean', default: false },
    release: { type: 'boolean', default: false },
  },
});
const depth: Depth = values.ci ? 'ci' : values.release ? 'release' : 'usual';
const seed = numberOf('seed', values.seed) ?? (values.ci ? SEED_IN_CI : Date.now() % 0x7fff_ffff);
const runs = numberOf('runs', values.runs);
const chosen = TARGETS.filter(({ name }) => values.target === undefined || name === values.target);
if (chosen.length === 0) fail(`--target is one of ${TARGETS.map(({ name }) => name).join(', ')}`);

console.log(`Seed ${seed}.`);
let broken = 0;
for (const target of chosen) broken += await fuzz(target);
process.exitCode = broken === 0 ? 0 : 1;

/** Tries one fuzzer, what is kept first. @returns 1 when an input gets through */
async function fuzz(target: AnyTarget): Promise<number> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const kept = keptFor(target.name);
  for (const { name, input } of kept) {
    try {
      await target.replay(input);
    } catch (error) {
      console.log(`✗ ${target.name}: ${name} of the corpus gets through.\n${String(error)}`);
      return 1;
    }
  }
  const bound = runs ?? target.bounds[depth];
  let count = 0;
  let told = started;
  for (let turn = 0; count < bound; turn += 1) {
    const tried = await target.tryInputs(seed + turn, INPUTS_AT_ONCE);
    count += tried.count;
    if (tried.broken !== null) return tellBroken(target, tried.broken);
    if (tried.count === 0) throw new Error(`${target.name} counts nothing`);
    if (performance.now() - told < TELL_EVERY_MS) continue;
    told = performance.now();
    console.log(
      `  ${target.name}: ${count.toLocaleString('en')} of ${bound.toLocaleString('en')} ${target.unit}`,
    );
  }
  const { user, system } = process.cpuUsage(cpu);
  const took = `${((performance.now() - started) / 1_000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU time`;
  console.log(
    `✓ ${target.name}: ${count.toLocaleString('en')} ${target.unit} and ${kept.length} of the corpus, 0 got through (${took}). ${target.promise}`,
  );
  return 0;
}

function tellBroken({ name, promise }: AnyTarget, found: NonNullable<Tried['broken']>): 1 {
  const file = relative(process.cwd(), keep(name, found.input));
  console.log(`✗ ${name}: an input gets through. ${promise}`);
  console.log(`  seed ${found.seed}, path ${found.path}; kept as ${file}`);
  console.log(`  ${JSON.stringify(found.input).slice(0, 4_000)}`);
  console.log(found.why);
  return 1;
}

function numberOf(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{1,12}$/u.test(text)) return Number(text);
  return fail(`--${name} is a whole number, not ${JSON.stringify(text)}`);
}

function fail(why: string): never {
  console.error(why);
  process.exit(3);
}
