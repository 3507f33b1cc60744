/** Writes the schema and the generated parts of the documentation, between markers: `npm run docs`. With --check it writes nothing and fails when a part is old. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Command } from 'commander';
import { markdownTable } from 'markdown-table';
import { parse } from 'yaml';
import { CASES } from '../bench/findings/cases.ts';
import { matrixMarkdown } from '../bench/findings/matrix.ts';
import { readFindings } from '../bench/findings/record.ts';
import { describe } from '../src/commands/main.ts';
import { INPUTS } from '../src/config/inputs.ts';
import { STEP_INPUTS } from '../src/config/step-inputs.ts';
import { EXECUTORS } from '../src/config/executor-schema.ts';
import { loadPlan } from '../src/config/load.ts';
import { configReference } from '../src/config/reference.ts';
import { isOpen } from '../src/domain/executor.ts';
import { millis } from '../src/domain/units.ts';
import { levelAt } from '../src/stats/levels.ts';
import { memoryLog } from '../src/platform/log.ts';
import { openVault } from '../src/platform/vault.ts';
import { mermaidOf } from '../src/report/mermaid.ts';
import type { Search } from '../src/domain/search.ts';
import { searchOn, workers } from '../test/fixtures/searches.ts';
import { formatExamples } from './format-examples.ts';
import { robustnessParts } from './robustness/page.ts';
import { schemaFiles } from './schema.ts';

const ROOT = join(import.meta.dirname, '..');

/** One file with generated parts. */
export interface Document {
  /** Relative to the repository. */
  readonly path: string;
  /** What the file holds. */
  readonly found: string;
  /** What it should hold. */
  readonly wanted: string;
}

interface Part {
  readonly path: string;
  /** The part lies between `<!-- generated:name -->` and `<!-- /generated:name -->`. */
  readonly name: string;
  readonly text: string;
}

interface ActionInput {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

interface ActionMetadata {
  readonly inputs: Readonly<Record<string, ActionInput>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** Every file with generated parts, as it is and as it should be. @throws Error when a marker is missing */
export async function documents(): Promise<readonly Document[]> {
  const parts = await generate();
  const paths = [...new Set(parts.map(({ path }) => path))];
  const pages = paths.map(async (path) => {
    const found = await readFile(join(ROOT, path), 'utf8');
    const own = parts.filter((part) => part.path === path);
    return { path, found, wanted: own.reduce(insert, found) };
  });
  const schemas = Object.entries(schemaFiles()).map(async ([path, wanted]) => ({
    path,
    found: await readFile(join(ROOT, path), 'utf8').catch(() => ''),
    wanted,
  }));
  return Promise.all([...pages, ...schemas]);
}

async function generate(): Promise<readonly Part[]> {
  const action: ActionMetadata = parse(await readFile(join(ROOT, 'action.yml'), 'utf8'));
  return [
    { path: 'README.md', name: 'inputs', text: inputTable(action) },
    { path: 'README.md', name: 'outputs', text: outputTable(action) },
    { path: 'docs/configuration.md', name: 'configuration', text: configTable() },
    { path: 'docs/cli.md', name: 'cli', text: commandHelp() },
    { path: 'docs/findings.md', name: 'findings-matrix', text: matrixMarkdown(CASES, readFindings()) },
    ...formatExamples().map(({ name, text }) => ({ path: 'docs/formats.md', name, text })),
    ...robustnessParts().map((part) => ({ path: 'docs/robustness.md', ...part })),
    ...(await Promise.all(EXECUTORS.map(shapePart))),
  ];
}

/** Points of a picture of a shape. */
const POINTS = 60;

/** The picture of an executor, drawn from its example. */
async function shapePart(name: string): Promise<Part> {
  const { plan } = await loadPlan(
    { configPath: `examples/executors/${name}.yml`, inputs: {}, base: null },
    { ...DRY, workspace: ROOT },
  );
  const [scenario] = plan.scenarios;
  if (scenario === undefined) throw new Error(`the example of ${name} has no scenario`);
  if (scenario.search !== null) return searchPart(name, scenario.search);
  const { executor } = scenario.load;
  const levels = Array.from({ length: POINTS + 1 }, (_, point) =>
    levelAt(executor, (point * executor.duration) / POINTS),
  );
  const y = isOpen(executor) ? 'requests per second' : 'users';
  const seconds = executor.duration / 1_000;
  return {
    path: 'docs/load.md',
    name,
    text: mermaidOf({
      title: name,
      x: 'seconds',
      y,
      points: { seconds },
      lines: [{ name: y, values: levels }],
      bottom: 0,
    }),
  };
}

/** The picture of a search: the steps that the rules come to on 20 workers that take 50 ms each. */
function searchPart(name: string, search: Search): Part {
  const capacity = search.kind === 'capacity';
  // A plateau is what stress finds there by itself; a rate needs a latency that is not to be exceeded.
  const objective = { ...search.objective, p95: capacity ? millis(100) : null };
  const { steps } = searchOn(workers(20, 50), { ...search, objective, first: capacity ? 50 : 1 });
  const levels = steps.map(({ level }) => level);
  const y = capacity ? 'requests per second' : 'users';
  return {
    path: 'docs/load.md',
    name,
    text: mermaidOf({
      title: name,
      x: 'steps',
      y,
      points: { seconds: levels.length },
      lines: [{ name: y, values: levels }],
      bottom: 0,
    }),
  };
}

/** A world in which a configuration can be read, and nothing else happens. */
const DRY = {
  temporary: ROOT,
  env: {},
  signal: new AbortController().signal,
  vault: openVault({ env: {}, secrets: {} }),
  log: memoryLog(),
  now: () => millis(0),
  date: () => new Date(0),
  generator: ['node'] as const,
};

function insert(text: string, { path, name, text: part }: Part): string {
  const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from < 0 || to < from) throw new Error(`${path} needs the markers ${open} and ${close}, in this order`);
  return `${text.slice(0, from + open.length)}\n\n${part}\n\n${text.slice(to)}`;
}

function inputTable({ inputs }: ActionMetadata): string {
  const rows = Object.entries(inputs).map(([name, input]) => {
    // Most inputs have no default of their own, since it would override the file; what holds without them is known by the program.
    const own = input.default === undefined || input.default === '' ? '' : `\`${input.default}\``;
    const standard = [...INPUTS, ...STEP_INPUTS].find((each) => each.name === name)?.standard ?? own;
    return [`\`${name}\``, cell(input.description), cell(standard)];
  });
  return markdownTable([['input', 'what it is', 'default'], ...rows]);
}

function outputTable({ outputs }: ActionMetadata): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]);
  return markdownTable([['output', 'what it is'], ...rows]);
}

function configTable(): string {
  const rows = configReference().map(({ key, type, default: standard, description }) => [
    `\`${key}\``,
    cell(type),
    standard === null ? '' : `\`${standard}\``,
    cell(description),
  ]);
  return markdownTable([['key', 'value', 'default', 'what it is'], ...rows]);
}

/** One line, and no bar that would end the cell. */
function cell(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ').replaceAll('|', '\\|');
}

/** The help of every command, as the program prints it. */
function commandHelp(): string {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
  const surroundings = {
    env: {},
    cwd: ROOT,
    door: import.meta.url,
    secrets: {},
    onStart: () => undefined,
    onSecondSignal: () => undefined,
  };
  const root = describe({ ...streams, ...surroundings }, () => Promise.resolve());
  return withChildren(root, [])
    .map(({ title, command }) => {
      // The width would be the terminal's otherwise.
      const help = command.configureHelp({ ...command.configureHelp(), helpWidth: 110 }).helpInformation();
      return `## ${title}\n\n\`\`\`text\n${help.trim()}\n\`\`\``;
    })
    .join('\n\n');
}

interface TitledCommand {
  readonly title: string;
  readonly command: Command;
}

function withChildren(command: Command, above: readonly string[]): readonly TitledCommand[] {
  const names = [...above, command.name()];
  const children = command.commands.flatMap((child) => withChildren(child, names));
  return [{ title: names.join(' '), command }, ...children];
}

if (import.meta.main) {
  const isCheck = process.argv.includes('--check');
  const old = (await documents()).filter(({ found, wanted }) => found !== wanted);
  for (const { path, wanted } of old) {
    console.log(isCheck ? `${path} is not current: run npm run docs` : `${path} written`);
    if (!isCheck) await writeFile(join(ROOT, path), wanted);
  }
  process.exitCode = isCheck && old.length > 0 ? 1 : 0;
}
