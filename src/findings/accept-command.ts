/** The command that makes this run the accepted one. */
import type { Kept } from '../domain/finding-baseline.ts';
import type { Plan } from '../domain/plan.ts';

/** Accepts the recorded run of the report folder into the baseline, on its branch where it has one; the path is quoted for a shell where it must be. */
export function acceptCommand({ report }: Plan, { branch }: Pick<Kept, 'branch'> = {}): string {
  const store = branch === undefined ? '' : '--baseline-store branch ';
  return `npx loadgate baseline update ${store}--from ${quoted(`${report.directory}/run.json`)}`;
}

const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
