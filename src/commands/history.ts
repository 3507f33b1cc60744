/** `loadgate history`: pages that show how the accepted runs went over time, for GitHub Pages or to look at. */
import type { Language } from '../domain/language.ts';
import type { Baseline } from '../baseline/baseline.ts';
import { readBaseline, readBaselineFile } from '../baseline/store.ts';
import { readSuiteHistory } from '../baseline/suite-history.ts';
import { DEFAULT_CONFIG_PATH, DEFAULTS } from '../config/defaults.ts';
import { EXIT, Failure } from '../domain/failure.ts';
import type { BaselineSource } from '../domain/reference.ts';
import type { SuiteHistory } from '../domain/history.ts';
import { repositoryPage } from '../domain/web-address.ts';
import { readPlan } from '../gate.ts';
import { trendsOf } from '../judge/trend.ts';
import { confine } from '../platform/files.ts';
import { originAddress } from '../platform/git-history.ts';
import { readWorkspaceFile, workspacePath } from '../platform/workspace.ts';
import type { World } from '../platform/world.ts';
import { publishSite } from '../publish/site.ts';
import { renderSite } from '../report/history/pages.ts';
import { MADE_BY, RECORD } from '../report/history/record.ts';
import { composeSite } from '../report/history/site.ts';
import { LANGUAGES } from '../report/pen.ts';
import { localOccasion } from './occasion.ts';
import { type CommonOptions, inWorld, type Program } from './program.ts';

/** Options of `history`, as typed. */
export interface HistoryOptions extends CommonOptions {
  readonly out: string;
  readonly repository?: string;
  readonly language?: string;
  /** Configurations, one for each suite; none: the default one. */
  readonly config: readonly string[];
  /** Baseline files in the place of configurations. */
  readonly baselinePath: readonly string[];
}

/** Writes the pages of all suites into a folder of the workspace. */
export function historyCommand(options: HistoryOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    const directory = await folderOf(options.out, world);
    const repository = await repositoryOf(options.repository, world);
    const asked = languageOf(options.language);
    const { suites, language } = await readSuites(options, world);
    const words = LANGUAGES[asked ?? language ?? 'en'];
    const files = renderSite(composeSite(suites, repository, trendsOf), words);
    await publishSite({ directory, record: RECORD, madeBy: MADE_BY }, files, world);
    const count = suites.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
    const scenarios = count === 1 ? '1 scenario' : `${count} scenarios`;
    world.log.info(`Wrote the history of ${scenarios} to ${directory}: open ${directory}/index.html`);
    return EXIT.pass;
  });
}

/** Null when none was asked for. @throws Failure kind `usage` for a language that there is not */
function languageOf(typed: string | undefined): Language | null {
  if (typed === undefined) return null;
  const language = Object.keys(LANGUAGES).find((each): each is Language => each === typed);
  if (language !== undefined) return language;
  throw new Failure({
    kind: 'usage',
    code: 'language-unknown',
    message: `--language takes ${Object.keys(LANGUAGES).join(' or ')}, not ${JSON.stringify(typed)}.`,
    advice: 'Leave it out for that of the configuration; nothing was written.',
  });
}

/** Relative to the workspace. @throws Failure kind `usage` when it leads out of it */
async function folderOf(out: string, world: World): Promise<string> {
  await confine(world.workspace, out);
  const path = workspacePath(world.workspace, out);
  return path === null || path === '' ? '.' : path;
}

/** The page that commits are linked to: the one that was given, or that of `origin`. @throws Failure kind `usage` when what was given is none */
async function repositoryOf(given: string | undefined, world: World): Promise<string | null> {
  if (given === undefined) return repositoryPage((await originAddress(world)) ?? '');
  const page = repositoryPage(given);
  if (page !== null) return page;
  throw new Failure({
    kind: 'usage',
    code: 'repository-invalid',
    message: '--repository does not look like the address of a repository.',
    advice: 'Give an address as https://github.com/owner/name, or leave it out; nothing was written.',
  });
}

/** A baseline file; null where there is none. */
interface Found {
  readonly source: BaselineSource;
  readonly baseline: Baseline | null;
  /** Of the configuration's reports; null without one. */
  readonly language: Language | null;
}

/** The suites that have a baseline; those without are said. @throws Failure when none has, or one cannot be read */
async function readSuites(
  { config, baselinePath }: HistoryOptions,
  world: World,
): Promise<{ readonly suites: readonly SuiteHistory[]; readonly language: Language | null }> {
  const found = await readBaselines(config, baselinePath, world);
  const suites: SuiteHistory[] = [];
  const missing: string[] = [];
  for (const { source, baseline } of found) {
    if (baseline === null) missing.push(source.branch ?? source.path);
    else suites.push(await readSuiteHistory(baseline, source, world));
  }
  if (suites.every(({ scenarios }) => scenarios.length === 0)) throw nothingAccepted(missing);
  for (const path of missing) world.log.warning(`${path} does not exist: nothing has been accepted yet.`);
  return { suites, language: found[0]?.language ?? null };
}

async function readBaselines(
  config: readonly string[],
  baselinePath: readonly string[],
  world: World,
): Promise<readonly Found[]> {
  if (config.length > 0 && baselinePath.length > 0) throw bothGiven();
  if (baselinePath.length > 0)
    return Promise.all([...new Set(baselinePath)].map((path) => readFile(path, world)));
  if (config.length > 0) return Promise.all([...new Set(config)].map((path) => readConfigured(path, world)));
  const configured = await readWorkspaceFile(world.workspace, DEFAULT_CONFIG_PATH, 0);
  // A gate that is described by inputs alone has a baseline, too.
  return [
    await (configured.kind === 'missing'
      ? readFile(DEFAULTS.baselinePath, world)
      : readConfigured(null, world)),
  ];
}

async function readFile(path: string, world: World): Promise<Found> {
  return { source: { path, commit: null }, baseline: await readBaselineFile(path, world), language: null };
}

/** The baseline of a configuration's suite. */
async function readConfigured(configPath: string | null, world: World): Promise<Found> {
  const occasion = await localOccasion(world, undefined);
  const plan = await readPlan({ occasion, configPath, inputs: {}, sendsNothing: true }, world);
  return { ...(await readBaseline(plan, null, world)), language: plan.report.language };
}

function bothGiven(): Failure {
  return new Failure({
    kind: 'usage',
    code: 'two-sources',
    message: '`--config` and `--baseline-path` exclude each other.',
    advice: 'Give configurations, or baseline files; nothing was written.',
  });
}

function nothingAccepted(missing: readonly string[]): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'no-baseline',
    message: `There is no history to show: nothing has been accepted${missing.length === 0 ? '' : ` into ${missing.join(', ')}`} yet.`,
    advice: 'Accept runs first: loadgate baseline update --runs 5. Nothing was written.',
  });
}
