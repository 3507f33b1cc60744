/** Where the values of a scenario's variables come from, with every default filled in. */
import type { Variable } from '../domain/plan.ts';
import { DEFAULTS } from './defaults.ts';
import type { DataFiles } from './rows.ts';
import type { VariableConfig } from './schema.ts';

/** One variable; `files` holds the rows of every data file. */
export function variableOf(variable: VariableConfig, files: DataFiles): Variable {
  const pick = variable.pick ?? DEFAULTS.pick;
  if (variable.range !== undefined) return { kind: 'range', ...variable.range };
  if (variable.random !== undefined) return { kind: 'random', ...variable.random };
  if (variable.list !== undefined) return { kind: 'list', values: variable.list, pick };
  if (variable.file !== undefined)
    return { kind: 'file', path: variable.file, rows: files.get(variable.file)?.rows ?? [], pick };
  const { start = DEFAULTS.counterStart, step = DEFAULTS.counterStep } = variable.counter ?? {};
  return { kind: 'counter', start, step };
}
