/** Names of requests and variables: each once. */
import { type DraftVariable, VALUES_MAX } from './draft.ts';
import { variableName } from './inert.ts';

/** Longest name that a request may have. */
export const NAME_MAX = 80;

/** Variables as they are found: the same name with the same values is the same variable. */
export interface VariableBook {
  /** What a variable of these values is called. They are put into paths, so they come encoded. */
  readonly nameFor: (wanted: string, values: readonly string[], remark: string | null) => string;
  readonly all: () => readonly DraftVariable[];
}

/** An empty book. */
export function variableBook(): VariableBook {
  const known = new Map<string, DraftVariable>();
  const numbers = new Map<string, number>();
  const byValues = new Map<string, string>();
  return {
    nameFor: (wanted, values, remark) => {
      const base = variableName(wanted);
      const own = [...new Set(values)].slice(0, VALUES_MAX);
      const key = `${base} ${own.join(' ')}`;
      const same = byValues.get(key);
      if (same !== undefined) return same;
      const name = freeName(base, numbers, (taken) => known.has(taken));
      known.set(name, { name, values: own, remark });
      byValues.set(key, name);
      return name;
    },
    all: () => [...known.values()],
  };
}

/** `id`, `id_2`, `id_3`: the numbers are remembered, so that many of one name cost no search. */
function freeName(base: string, numbers: Map<string, number>, isTaken: (name: string) => boolean): string {
  let number = numbers.get(base) ?? 0;
  let name = base;
  do {
    number += 1;
    name = number === 1 ? base : `${base.slice(0, 32)}_${number}`;
  } while (isTaken(name));
  numbers.set(base, number);
  return name;
}

/** The same requests with names that are nobody else's; null where method and path already are. */
export function withOwnNames<
  Named extends { readonly name: string | null; readonly method: string; readonly path: string },
>(requests: readonly Named[]): readonly Named[] {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return requests.map((request) => {
    const wanted = request.name ?? `${request.method} ${request.path}`;
    if (!taken.has(wanted)) {
      taken.add(wanted);
      return request;
    }
    const base = wanted.slice(0, NAME_MAX - 8).toWellFormed();
    let number = numbers.get(base) ?? 1;
    let name = wanted;
    do {
      number += 1;
      name = `${base} (${number})`;
    } while (taken.has(name));
    numbers.set(base, number);
    taken.add(name);
    return { ...request, name };
  });
}
