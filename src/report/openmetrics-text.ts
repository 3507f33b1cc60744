/** OpenMetrics text: metric families, their metadata, and the escaping of labels. */
import { clean } from './inert.ts';

/** One value, with the labels by which it is told from the others of its family. Labels without a value are left out, as if they were not there. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  /** Finite, in the unit of the family. */
  readonly value: number;
}

/** A metric family. */
export interface Family {
  /** Without our prefix and without the unit. */
  readonly name: string;
  readonly type: 'gauge' | 'info' | 'stateset';
  /** '' where there is none. */
  readonly unit: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

const PREFIX = 'loadgate';

/** A value that goes up and down. */
export const gauge = (name: string, unit: string, help: string, samples: readonly Sample[]): Family => ({
  name,
  type: 'gauge',
  unit,
  help,
  samples,
});

/** Of several states exactly one is true: each is a sample, in a label that has the name of the family. */
export function stateSet<State extends string>(
  name: string,
  help: string,
  states: readonly State[],
  all: readonly { readonly labels: Sample['labels']; readonly state: State }[],
): Family {
  const samples = all.flatMap(({ labels, state }) =>
    states.map((each) => ({
      labels: { ...labels, [`${PREFIX}_${name}`]: each },
      value: each === state ? 1 : 0,
    })),
  );
  return { name, type: 'stateset', unit: '', help, samples };
}

/** The families that have samples, and the mark of the end. */
export const renderFamilies = (families: readonly Family[]): string =>
  [...families.filter(({ samples }) => samples.length > 0).flatMap(linesOf), '# EOF', ''].join('\n');

function linesOf({ name: bare, type, unit, help, samples }: Family): readonly string[] {
  const name = [PREFIX, bare, unit].filter(Boolean).join('_');
  const suffix = type === 'info' ? '_info' : '';
  return [
    `# TYPE ${name} ${type}`,
    ...(unit === '' ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${escaped(help)}`,
    ...samples.map(({ labels, value }) => `${name}${suffix}${labelsOf(labels)} ${numeral(value)}`),
  ];
}

function labelsOf(labels: Sample['labels']): string {
  const parts = Object.entries(labels).flatMap(([name, value]) =>
    value === '' ? [] : [`${name}="${escaped(clean(value))}"`],
  );
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

/** As the specification escapes text: backslash, double quote, line feed. */
const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** Nine significant digits are more than anything measured here has; times of the clock have more. */
const numeral = (value: number): string =>
  String(Math.abs(value) >= 1e6 ? value : Number(value.toPrecision(9)));
