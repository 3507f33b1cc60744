/** From a configuration file and inputs to the checked plan, or to everything that is wrong with them. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { Failure } from '../domain/failure.ts';
import type { Plan } from '../domain/plan.ts';
import type { PlanOrigin } from '../domain/plan-origin.ts';
import { readShape } from '../domain/shaped.ts';
import { readWorkspaceFile, staysInWorkspace, workspacePath } from '../platform/workspace.ts';
import type { World } from '../platform/world.ts';
import { allowedByBase, applyBase, type BaseChanges, describeChanges } from './base.ts';
import { checkBaseline } from './baseline-checks.ts';
import { readCertificates } from './certificates.ts';
import { checkDatabases } from './database-checks.ts';
import { checkContainers } from './containers.ts';
import { DEFAULT_CONFIG_PATH } from './defaults.ts';
import { inputValue, overlayInputs } from './inputs.ts';
import { problemsOf } from './issues.ts';
import { readLocustfiles } from './locust.ts';
import { checkMeasurable } from './metric-checks.ts';
import { planOf } from './plan.ts';
import { invalidConfig, mustProblem, type Origin, type Problem } from './problems.ts';
import { DATA_BYTES_MAX, type DataFiles, type Rows, readRows } from './rows.ts';
import { checkScenarios } from './scenario-checks.ts';
import { checkSecrets } from './secret-checks.ts';
import { config as schema, TEXT_PLACES } from './schema.ts';
import { checkFarWorkers } from './locust-checks.ts';
import { checkCompare, checkService, checkWritten } from './service-checks.ts';
import { checkTarget, urlOf } from './target-checks.ts';
import { entriesOf, entryOf, type Path, type Place, pathKey, type Tree } from './tree.ts';
import { CONFIG_BYTES_MAX, readYaml } from './yaml-text.ts';

/** Where a plan comes from. */
export interface PlanSource {
  /** The file the user named, relative to the workspace or absolute; null: the default path, if there is a file. */
  readonly configPath: string | null;
  /** Inputs by name; absent or blank ones are not given, unknown ones are not ours. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Text of the same file at the base commit; null when there is none. Its limits, policy and baseline apply. */
  readonly base: string | null;
  /** True: this configuration itself says which secrets its requests may use, as on a push or a laptop. Otherwise the base commit's does. */
  readonly ownSecrets?: boolean;
  /** True: nothing will be sent, so that secrets need not be set. */
  readonly sendsNothing?: boolean;
}

/** A plan and where it came from. */
export interface LoadedPlan extends BaseChanges {
  readonly plan: Plan;
  /** Relative to the workspace; null when inputs alone made the plan. */
  readonly configPath: string | null;
  /** Line of each scenario in that file, from 1. */
  readonly lines: Readonly<Record<string, number>>;
}

/**
 * Loads the plan.
 * @throws Failure kind `usage`, code `config-missing`: neither a file nor `start` or `url`
 * @throws Failure kind `usage`, code `config-invalid`: all problems in `lines`, each with its place
 */
export async function loadPlan(source: PlanSource, world: World): Promise<LoadedPlan> {
  const { inputs, ownSecrets = false } = source;
  const file = await readConfigFile(source, world.workspace);
  const yaml = file === null ? null : readYaml(file.text, TEXT_PLACES);
  const overlaid = overlayInputs(yaml?.tree ?? null, inputs);
  const places: ReadonlyMap<string, Place> = yaml?.places ?? new Map();
  const origin: Origin = {
    file: file?.path ?? null,
    text: file?.text ?? '',
    places,
    inputs: overlaid.origins,
  };
  // A text that is not well-formed has no keys to check.
  if (yaml !== null && yaml.tree === null) throw invalidConfig(yaml.problems, origin);
  const { tree } = overlaid;
  const data = await readDataFiles(tree, world.workspace);
  const certificates = await readCertificates(tree, world.workspace);
  const locustfiles = await readLocustfiles(tree, world.workspace);
  const parsed = readShape(schema, tree);
  const env = source.sendsNothing === true ? null : world.env;
  const told = new Set(yaml?.problems.map(placeKey));
  const problems = [
    ...overlaid.problems,
    ...(parsed.success ? [] : problemsOf(parsed.error.issues, tree)),
    ...checkService(tree),
    ...checkTarget(tree, env),
    ...checkCompare(tree),
    ...checkBaseline(tree),
    ...checkContainers(tree),
    ...checkWritten(tree),
    ...checkScenarios(tree, data.files),
    ...checkMeasurable(tree),
    ...checkFarWorkers(tree),
    ...checkSecrets(tree, {
      allowed: ownSecrets ? null : allowedByBase(source.base, inputs),
      value: source.sendsNothing === true ? null : world.vault.take,
    }),
    ...checkDatabases(tree, ownSecrets && source.sendsNothing !== true ? world.vault.take : null),
    ...data.problems,
    ...locustfiles.problems,
    ...certificates.problems,
    ...(await checkPaths(tree, world.workspace)),
  ].filter((problem) => !told.has(placeKey(problem)));
  problems.push(...(yaml?.problems ?? []));
  if (!parsed.success || problems.length > 0) throw invalidConfig(problems, origin);
  const targetUrl = urlOf(entryOf(tree, 'target') ?? null, env);
  const sources = { ca: certificates.ca, targetUrl };
  const plan = planOf(parsed.data, { rows: data.files, hashes: locustfiles.hashes }, sources);
  const lines = linesOf(plan, origin);
  return { configPath: file?.path ?? null, lines, ...applyBase(plan, source.base, inputs, ownSecrets) };
}

function linesOf({ scenarios }: Plan, { places, text }: Origin): LoadedPlan['lines'] {
  const rows = scenarios.flatMap(({ name }) => {
    const place = places.get(pathKey(['scenarios', name]));
    const offset = place?.key?.[0];
    return offset === undefined ? [] : [[name, text.slice(0, offset).split('\n').length] as const];
  });
  return Object.fromEntries(rows);
}

/** The file behind a plan, and what the change edits of what the base commit decides; of the accepted runs this room knows nothing. */
export function originOf(loaded: LoadedPlan): PlanOrigin {
  const { configPath: path, lines, changedLimits, changedSettings, removedScenarios, baseProblem } = loaded;
  const edits = { limits: changedLimits, settings: changedSettings, removed: removedScenarios };
  return { path, lines, edits: baseProblem === null ? { ...edits, config: null, baseline: null } : null };
}

/** What somebody should know of a plan before it is followed, in a sentence each. */
export function warningsOf(loaded: LoadedPlan): readonly string[] {
  const isUnverified = loaded.plan.service.tls?.kind === 'unverified';
  return [
    ...describeChanges(loaded),
    ...(isUnverified ? ["The service's certificate is not verified, as `tls: verify: false` asks."] : []),
  ];
}

/** Two complaints about one place are one too many: the text's own comes first. */
function placeKey(problem: Problem): string {
  return problem.kind === 'path' ? pathKey(problem.path) : `@${problem.range[0]}`;
}

interface ConfigFile {
  readonly path: string;
  readonly text: string;
}

/** The file, or null when inputs are enough without one. */
async function readConfigFile(source: PlanSource, workspace: string): Promise<ConfigFile | null> {
  const asked = source.configPath ?? inputValue(source.inputs, 'config');
  const path = workspacePath(workspace, asked ?? DEFAULT_CONFIG_PATH);
  if (path === null) throw unreadable(String(asked), phrase('file-outside'));
  const read = await readWorkspaceFile(workspace, path, CONFIG_BYTES_MAX);
  if (read.kind === 'read') return { path, text: read.text };
  if (read.kind === 'refused') throw unreadable(path, read.why);
  const enough = inputValue(source.inputs, 'start') !== null || inputValue(source.inputs, 'url') !== null;
  if (asked === null && enough) return null;
  throw missing(path);
}

function missing(path: string): Failure {
  return new Failure({
    kind: 'usage',
    code: 'config-missing',
    message: phrase('config-missing', { path }),
    advice: phrase('config-missing-advice'),
  });
}

function unreadable(path: string, why: Phrase): Failure {
  return new Failure({
    kind: 'usage',
    code: 'config-invalid',
    message: phrase('config-unreadable', { path, why }),
    advice: phrase('config-unreadable-advice', { kib: CONFIG_BYTES_MAX / 1024 }),
  });
}

interface ReadData {
  readonly files: DataFiles;
  readonly problems: readonly Problem[];
}

/** Reads every data file that a variable names, each once. */
async function readDataFiles(tree: Tree, workspace: string): Promise<ReadData> {
  const files = new Map<string, Rows | null>();
  const whys = new Map<string, Phrase>();
  const problems: Problem[] = [];
  for (const { path, file } of dataPaths(tree)) {
    if (!files.has(file)) {
      const rows = await readDataFile(file, workspace);
      files.set(file, 'why' in rows ? null : rows);
      if ('why' in rows) whys.set(file, rows.why);
    }
    const why = whys.get(file);
    if (why !== undefined)
      problems.push(mustProblem(path, phrase('be-data-file'), file, phrase('it-is', { why })));
  }
  return { files, problems };
}

function dataPaths(tree: Tree): readonly { readonly path: Path; readonly file: string }[] {
  return entriesOf(entryOf(tree, 'scenarios')).flatMap(([scenario, value]) =>
    entriesOf(entryOf(value, 'variables')).flatMap(([name, variable]) => {
      const file = entryOf(variable, 'file');
      return typeof file === 'string'
        ? [{ path: ['scenarios', scenario, 'variables', name, 'file'], file }]
        : [];
    }),
  );
}

async function readDataFile(path: string, workspace: string): Promise<Rows | { readonly why: Phrase }> {
  if (path.includes('\0')) return { why: phrase('no-path') };
  const read = await readWorkspaceFile(workspace, path, DATA_BYTES_MAX);
  if (read.kind === 'missing') return { why: phrase('file-missing') };
  return read.kind === 'refused' ? { why: read.why } : readRows(path, read.text);
}

/** Paths that are written, or run in, may not lead out of the workspace through links either. */
async function checkPaths(tree: Tree, workspace: string): Promise<readonly Problem[]> {
  const paths: readonly (readonly [string, string])[] = [
    ['service', 'working-directory'],
    ['baseline', 'path'],
    ['report', 'directory'],
  ];
  const checked = paths.map(async ([block, key]) => {
    const value = entryOf(entryOf(tree, block), key);
    if (typeof value !== 'string' || (await staysInWorkspace(workspace, value))) return [];
    return [mustProblem([block, key], phrase('stay-inside'), value)];
  });
  return (await Promise.all(checked)).flat();
}
