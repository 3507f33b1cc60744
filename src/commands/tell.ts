/** Brings the results of a step of the Action to their readers, one after the other, the worst last: its outputs are what later steps see. */
import { posix } from 'node:path';
import type { StepAsked } from '../config/step-inputs.ts';
import { EXIT } from '../domain/failure.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { GateResult } from '../gate.ts';
import { secretsOfPlan } from '../platform/mask.ts';
import type { Runner } from '../platform/runner.ts';
import type { World } from '../platform/world.ts';
import type { RunNumber } from '../publish/run-number.ts';
import type { Publication } from '../publish/publication.ts';
import { type Around, publishAll } from '../publish/publish.ts';
import { compose, linesOf } from './compose.ts';

/** One result, and what it is about. */
export interface Told {
  readonly occasion: Occasion;
  readonly result: GateResult;
  /** Which job of a matrix measured it. */
  readonly variant: string | null;
  /** Which workflow run measured it. */
  readonly run: RunNumber | null;
}

/** Whom it is told to. */
export interface Readers {
  readonly runner: Runner;
  /** Empty: there is none, and GitHub is told nothing. */
  readonly token: string;
  readonly apiUrl: string;
  readonly asked: StepAsked;
}

/** The runner's log is wide, and has no terminal's colours. */
const LOOK = { width: 120, colour: false };

/** Mildest first. What was refused is graver than a regression, since nothing is known. */
const MILDEST_FIRST: readonly GateResult['exitCode'][] = [
  EXIT.pass,
  EXIT.notMeasured,
  EXIT.failed,
  EXIT.usage,
  EXIT.cancelled,
];

/** Tells all of them, and returns the exit code of the gravest. */
export async function tell(told: readonly Told[], readers: Readers, world: World): Promise<number> {
  const ordered = told.toSorted(
    (left, right) =>
      MILDEST_FIRST.indexOf(left.result.exitCode) - MILDEST_FIRST.indexOf(right.result.exitCode),
  );
  let exitCode: number = EXIT.pass;
  for (const [index, each] of ordered.entries()) {
    const place = ordered.length === 1 ? null : String(index + 1);
    exitCode = await tellOne(each, place, readers, world);
  }
  return exitCode;
}

/** `place`: a folder of its own in the report's folder, where there are several results. */
async function tellOne(
  { occasion, result, variant, run }: Told,
  place: string | null,
  readers: Readers,
  world: World,
): Promise<number> {
  const { runner, asked } = readers;
  const mask = world.vault.maskWith(secretsOfPlan(result.plan));
  const publication = await compose(result, {
    occasion,
    comment: 'as-planned',
    filesOf: 'every-failure',
    mask,
    now: world.date(),
    variant,
  });
  for (const line of await linesOf(result, mask, LOOK)) runner.info(line);
  const published = asked.mode === 'measure' ? onlyMeasured(publication) : publication;
  await publishAll(inPlace(published, place), world, {
    mask,
    runner,
    run,
    conversation: conversationOf(occasion, readers, world),
    around: aroundOf({ variant, occasion }, readers, world),
  });
  return published.exitCode;
}

/** The second workflow decides and reports: here a verdict is news, and only a failure to measure is red. */
const onlyMeasured = (publication: Publication): Publication => ({
  ...publication,
  comment: 'never',
  exitCode: publication.outcome === 'failure' ? publication.exitCode : EXIT.pass,
});

const inPlace = (publication: Publication, place: string | null): Publication =>
  place === null || publication.directory === null
    ? publication
    : { ...publication, directory: posix.join(publication.directory, place) };

function conversationOf(
  { repository, pullRequest }: Occasion,
  { token, apiUrl }: Readers,
  { signal }: World,
) {
  if (repository === null || pullRequest === null || token === '') return null;
  return async () => {
    const { openConversation } = await import('../platform/github.ts');
    return openConversation({ token, apiUrl, repository, pullRequest: pullRequest.number, signal });
  };
}

function aroundOf(
  { variant, occasion: { repository } }: Pick<Told, 'variant' | 'occasion'>,
  { token, apiUrl, asked }: Readers,
  { signal }: World,
): Around {
  const { checkRun, mode, commentScope: scope } = asked;
  if (checkRun === false || mode === 'measure' || repository === null || token === '')
    return { variant, scope, check: null };
  const name = typeof checkRun === 'string' ? checkRun : null;
  const open = async () => {
    const { openChecks } = await import('../platform/github-checks.ts');
    return openChecks({ token, apiUrl, repository, signal });
  };
  return { variant, scope, check: { name, open } };
}
