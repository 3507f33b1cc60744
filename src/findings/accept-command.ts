/** The command that makes this run the accepted one. */
import type { Plan } from '../domain/plan.ts';

/** Accepts the recorded run of the report folder into the baseline; the path is quoted for a shell where it must be. */
export function acceptCommand({ report }: Plan): string {
  return `npx loadgate baseline update --from ${quoted(`${report.directory}/run.json`)}`;
}

const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
