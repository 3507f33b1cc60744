/** The base commit's say: a change cannot loosen the limits it is judged by. */
import type { Occasion } from '../domain/occasion.ts';
import type { Limit, Plan, ServicePlan } from '../domain/plan.ts';
import { readShape } from '../domain/shaped.ts';
import { containersOf } from './containers.ts';
import { databasesOf } from './databases.ts';
import { inputValue, overlayInputs } from './inputs.ts';
import { problemsOf } from './issues.ts';
import { limitsOf } from './limits.ts';
import { baselineOf, comparingOf, policyOf, secretsOf } from './plan.ts';
import { invalidConfig, type Problem } from './problems.ts';
import { type Config, config as schema, TEXT_PLACES } from './schema.ts';
import { type Place, type Tree } from './tree.ts';
import { allowedOf } from './service.ts';
import { readYaml } from './yaml-text.ts';

/** Settings that a change may not decide about itself. */
const DECIDED_BY_BASE = [
  'policy',
  'baseline',
  'compare',
  'budget',
  'sensitivity',
  'secrets',
  'databases',
  'allowed-addresses',
  'containers',
] as const;
type DecidedByBase = (typeof DECIDED_BY_BASE)[number];

/** How the configuration differs from the base commit's where the base commit decides. */
export interface BaseChanges {
  /** Scenarios whose limits this change edits; the base's apply. */
  readonly changedLimits: readonly string[];
  /** Other settings this change edits and the base decides. */
  readonly changedSettings: readonly DecidedByBase[];
  /** Scenarios of the base that this change removes: their limits judge nothing any more. */
  readonly removedScenarios: readonly string[];
  /** Why the base's file could not be used, so that the change's own limits apply; else null. */
  readonly baseProblem: string | null;
}

/**
 * True when a configuration itself says which secrets may be used and which addresses loaded. A pull request asks for something; whoever pushes may read the secrets of its workflows
 * anyway, and whoever runs it on a laptop has them.
 */
export function allowsItself({ kind, baseSha }: Occasion): boolean {
  return kind === 'push' || (baseSha === null && kind !== 'pull-request');
}

/** Secrets that the base commit's file allows, by name; none where there is no such file, or it cannot be used. */
export function allowedByBase(
  text: string | null,
  inputs: Readonly<Record<string, string>>,
): readonly string[] {
  const base = text === null ? null : readBase(text, inputs);
  return base === null || 'problem' in base ? [] : secretsOf(base);
}

/**
 * The plan with limits, policy, baseline, way of comparing, secrets, databases, containers and allowed addresses of the base commit (`ownSecrets`: but its own
 * of the last four). Inputs lie over both, so limits from inputs apply as they are. Without a usable base no address is allowed, and no database and no container
 * is watched but those of a start command that is an input: which variable is read, of whom the container engine is asked, and what is loaded, would be the
 * change's own choice.
 */
export function applyBase(
  plan: Plan,
  text: string | null,
  inputs: Readonly<Record<string, string>>,
  ownSecrets: boolean,
): { readonly plan: Plan } & BaseChanges {
  const base = text === null ? null : readBase(text, inputs);
  if (base === null || 'problem' in base)
    return { ...withoutBase(plan, inputs, ownSecrets), baseProblem: base?.problem ?? null };
  const limits = new Map(
    Object.entries(base.scenarios).map(([name, scenario]) => [name, limitsOf(base, scenario)]),
  );
  const decided = {
    policy: policyOf(base),
    baseline: baselineOf(base),
    ...comparingOf(base),
    secrets: ownSecrets ? plan.secrets : secretsOf(base),
    databases: ownSecrets ? plan.databases : databasesOf(base),
    containers: ownSecrets ? plan.containers : containersOf(base),
  };
  const service = ownSecrets ? plan.service : withAllowed(plan.service, allowedOf(base));
  const names = new Set(plan.scenarios.map(({ name }) => name));
  return {
    plan: {
      ...plan,
      ...decided,
      service,
      scenarios: plan.scenarios.map((scenario) => ({
        ...scenario,
        limits: limits.get(scenario.name) ?? scenario.limits,
      })),
    },
    changedLimits: plan.scenarios
      .filter((scenario) => differ(scenario.limits, limits.get(scenario.name)))
      .map(({ name }) => name),
    changedSettings: DECIDED_BY_BASE.filter((setting) =>
      setting === 'allowed-addresses'
        ? differsInAllowed(plan.service, service)
        : !same(decided[setting], plan[setting]),
    ),
    removedScenarios: [...limits.keys()].filter((name) => !names.has(name)),
    baseProblem: null,
  };
}

/** What a change may not decide about itself, in a sentence each. */
export function describeChanges({
  changedLimits,
  changedSettings,
  removedScenarios,
  baseProblem,
}: BaseChanges): readonly string[] {
  const limits = changedLimits.map(
    (name) => `This change edits the limits of ${name}; the limits of the base commit apply.`,
  );
  const settings = changedSettings.map((key) =>
    key === 'containers'
      ? OTHER_CONTAINERS
      : `This change edits \`${key}\`; what the base commit says applies.`,
  );
  const removed = removedScenarios.map(
    (name) => `This change removes the scenario ${name}; its limits judge nothing any more.`,
  );
  const unread =
    baseProblem === null
      ? []
      : [`The base commit's configuration cannot be used, so this change's own limits apply: ${baseProblem}`];
  return [...limits, ...settings, ...removed, ...unread];
}

const OTHER_CONTAINERS =
  'This change edits which containers are watched (`containers`, or the project that `service.start` names); those of the base commit are.';

/** What is left to a change without a usable base: all but which variables are read, which containers are looked into, and which addresses are loaded. */
function withoutBase(
  plan: Plan,
  inputs: Readonly<Record<string, string>>,
  ownSecrets: boolean,
): { readonly plan: Plan } & Omit<BaseChanges, 'baseProblem'> {
  const nothing = { changedLimits: [], changedSettings: [], removedScenarios: [] };
  if (ownSecrets) return { plan, ...nothing };
  const start = inputValue(inputs, 'start') ?? undefined;
  const decided = { databases: [], containers: containersOf({ service: { start } }) };
  const service = withAllowed(plan.service, []);
  const changedSettings = [
    ...(['databases', 'containers'] as const).filter((setting) => !same(decided[setting], plan[setting])),
    ...(differsInAllowed(plan.service, service) ? (['allowed-addresses'] as const) : []),
  ];
  return { plan: { ...plan, ...decided, service }, ...nothing, changedSettings };
}

/** A target with the base commit's list of addresses; any other service as it is. */
const withAllowed = (service: ServicePlan, allowed: readonly string[]): ServicePlan =>
  service.kind === 'deployed' ? { ...service, allowed, allowedBy: 'base' } : service;

const differsInAllowed = (own: ServicePlan, base: ServicePlan): boolean =>
  own.kind === 'deployed' && base.kind === 'deployed' && !same(own.allowed, base.allowed);

/** Only shape matters here: data files and placeholders of the base are never used. */
function readBase(
  text: string,
  inputs: Readonly<Record<string, string>>,
): Config | { readonly problem: string } {
  const yaml = readYaml(text, TEXT_PLACES);
  const { tree, origins } = overlayInputs(yaml.tree, inputs);
  const parsed = readShape(schema, tree);
  if (yaml.problems.length === 0 && parsed.success) return parsed.data;
  const problems = yaml.problems.length > 0 ? yaml.problems : problemsOf(parsed.error?.issues ?? [], tree);
  return { problem: firstLine(problems, { text, places: yaml.places, tree, inputs: origins }) };
}

function firstLine(
  problems: readonly Problem[],
  origin: {
    readonly text: string;
    readonly places: ReadonlyMap<string, Place>;
    readonly tree: Tree;
    readonly inputs: ReadonlyMap<string, string>;
  },
): string {
  return invalidConfig(problems, { ...origin, file: 'the base commit' }).detail.lines[0] ?? 'not valid';
}

function differ(own: readonly Limit[], base: readonly Limit[] | undefined): boolean {
  return base !== undefined && !same(own, base);
}

/** Both come from the same code, so keys stand in the same order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
