/** The databases of a configuration. */
import type { DatabasePlan } from '../domain/plan.ts';
import type { Config } from './schema.ts';

/** Database servers that are to be watched, in the order of the file. */
export function databasesOf({ databases = {} }: Config): readonly DatabasePlan[] {
  return Object.entries(databases).map(([name, database]) => ({ name, urlFrom: database['url-from'] }));
}
