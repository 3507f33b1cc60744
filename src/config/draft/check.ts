/** What Loadgate itself would say to a configuration that names no files: read again before it is written. */
import { english } from '../../domain/phrase.ts';
import { problemsOf } from '../issues.ts';
import type { Problem } from '../problems.ts';
import { checkScenarios } from '../scenario-checks.ts';
import { config as schema, TEXT_PLACES } from '../schema.ts';
import { checkCompare, checkService, checkWritten } from '../service-checks.ts';
import { readYaml } from '../yaml-text.ts';

/** Everything that is wrong with the text of a configuration; nothing for one that can be run. */
export function problemsOfText(text: string): readonly string[] {
  const { tree, problems } = readYaml(text, TEXT_PLACES);
  if (tree === null) return problems.map(wordsOf);
  const parsed = schema.safeParse(tree);
  return [
    ...problems,
    ...(parsed.success ? [] : problemsOf(parsed.error.issues, tree)),
    ...checkService(tree),
    ...checkCompare(tree),
    ...checkWritten(tree),
    ...checkScenarios(tree, new Map()),
  ].map(wordsOf);
}

function wordsOf(problem: Problem): string {
  return problem.kind === 'path'
    ? `${problem.path.join('.')} ${english(problem.message)}`
    : english(problem.message);
}
