/** `loadgate k6-operator`: writes a scenario of k6 as a manifest for its operator on Kubernetes. */
import { resolve } from 'node:path';
import { EXIT, Failure } from '../domain/failure.ts';
import type { Scenario } from '../domain/plan.ts';
import { millis } from '../domain/units.ts';
import { readPlan } from '../gate.ts';
import { writeAtomically } from '../platform/files.ts';
import { readWorkspaceFile } from '../platform/workspace.ts';
import { manifestOf } from './k6-manifest.ts';
import { localOccasion } from './occasion.ts';
import { inWorld, type Program } from './program.ts';
import type { PlanOptions } from './run.ts';

/** Options of `k6-operator`. */
export interface OperatorOptions extends PlanOptions {
  /** Null: the only scenario of k6. */
  readonly scenario: string | null;
  /** Null: to standard output. */
  readonly output: string | null;
  readonly name: string;
  readonly namespace: string | null;
  readonly parallelism: string;
  readonly targetUrl: string;
  readonly image: string | null;
  readonly separate: boolean;
}

const SCRIPT_BYTES_MAX = 8 * 2 ** 20;

/** Writes the manifest; sends nothing. */
export function operatorCommand(options: OperatorOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    const parallelism = /^\d{1,4}$/.test(options.parallelism) ? Number(options.parallelism) : 0;
    if (parallelism < 1) throw usage('`--parallelism` is a whole number from 1 to 9999.');
    const occasion = await localOccasion(world, options.base);
    const configPath = options.config ?? null;
    const plan = await readPlan({ occasion, configPath, inputs: options.inputs, sendsNothing: true }, world);
    const { load, name } = scenarioOf(plan.scenarios, options.scenario);
    if (load.k6 === undefined) throw usage(`The scenario ${JSON.stringify(name)} is not one of k6.`);
    const read = await readWorkspaceFile(world.workspace, load.k6.script, SCRIPT_BYTES_MAX);
    if (read.kind !== 'read') throw usage(`${load.k6.script} cannot be read.`);
    const text = manifestOf({
      plan: load.k6,
      text: read.text,
      name: options.name,
      namespace: options.namespace,
      parallelism,
      users: 'users' in load.executor ? load.executor.users : 1,
      duration: millis(load.warmUp + load.executor.duration),
      url: options.targetUrl,
      image: options.image,
      separate: options.separate,
    });
    if (options.output === null) program.stdout.write(text);
    else {
      await writeAtomically(resolve(program.cwd, options.output), text);
      world.log.info(`Wrote ${options.output}. Apply it with: kubectl apply -f ${options.output}`);
    }
    return EXIT.pass;
  });
}

function scenarioOf(all: readonly Scenario[], name: string | null): Scenario {
  const known = all.filter(({ load }) => load.k6 !== undefined);
  const [only] = name === null ? known : all.filter((each) => each.name === name);
  if (only === undefined || (name === null && known.length > 1))
    throw usage(
      `Name one scenario with \`engine: k6\`: --scenario NAME (here: ${known.map((each) => each.name).join(', ') || 'none'}).`,
    );
  return only;
}

const usage = (message: string): Failure =>
  new Failure({
    kind: 'usage',
    code: 'k6-operator',
    message,
    advice: 'Nothing was written. docs/k6.md has an example.',
  });
