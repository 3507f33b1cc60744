/** The words by which a change for the worse is accepted: read strictly, and what is wrong with them is told. */
import {
  type Acceptance,
  type AcceptanceProblem,
  type Amount,
  isAmountOf,
  isReason,
  problemOfDay,
} from '../domain/acceptance.ts';
import { METRIC_NAMES, METRICS, type Metric, type MetricName } from '../domain/metric.ts';

/** What the words say; who said them and when comes from elsewhere. */
export type Accepted = Omit<Acceptance, 'by' | 'at' | 'since' | 'commit'>;

/** What was read, or why it was not. */
export type ReadLine = { readonly accepted: Accepted } | { readonly problem: AcceptanceProblem };

/** A line that is meant as an acceptance, whatever is wrong with it. */
const MEANT = /^loadgate accept(?![\w-])/i;
/** `loadgate accept p95 of "browse" +12% until 2026-12-31: reason` */
const FORM =
  /^loadgate accept (?<metric>\S+)(?: of (?:"(?<quoted>[^"]+)"|(?<bare>[^\s"]+)))? (?<amount>[^\s"]+) until (?<until>[^\s:]+): ?(?<reason>.*)$/i;
/** Longer lines are no words of a person. */
const LINE_MAX = 1_000;

/** The lines of a text that are meant as acceptances, without those inside of code blocks and HTML comments, where people show how it is done. */
export function acceptanceLines(text: string): readonly string[] {
  const lines: string[] = [];
  let fence = '';
  for (const line of withoutComments(text).split(/\r\n|\r|\n/)) {
    const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== '') {
      if (mark.startsWith(fence)) fence = '';
    } else if (mark !== '') fence = mark;
    else if (MEANT.test(line.trim())) lines.push(line.trim());
  }
  return lines;
}

/** Without `<!-- … -->`; what is not closed goes to the end. */
function withoutComments(text: string): string {
  const [first = '', ...rest] = text.split('<!--');
  return [
    first,
    ...rest.map((part) => (part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : '')),
  ].join('');
}

/**
 * Reads one line. `scenarios`: the names that there are; a line without one is about the only one. `at`: when it was written (ISO 8601, UTC), from which its last day is at most a
 * year away.
 */
export function readAcceptance(line: string, scenarios: readonly string[], at: string): ReadLine {
  const { groups } = (line.length > LINE_MAX ? null : FORM.exec(line)) ?? {};
  if (groups === undefined) return { problem: 'form' };
  const { metric: name = '', amount: size = '', until = '', reason = '' } = groups;
  const metric = metricNamed(name);
  if (metric === null) return { problem: 'metric' };
  const scenario = groups.quoted ?? groups.bare ?? (scenarios.length === 1 ? scenarios[0] : undefined);
  if (scenario === undefined || !scenarios.includes(scenario)) return { problem: 'scenario' };
  const upTo = readAmount(metric, size);
  if ('problem' in upTo) return upTo;
  const late = problemOfDay(until, at);
  if (late !== null) return { problem: late };
  const why = reason.trim();
  if (!isReason(why)) return { problem: 'reason' };
  return { accepted: { scenario, metric, upTo: upTo.amount, until, reason: why } };
}

/** The metric of this name; null when there is none. */
export const metricNamed = (name: string): MetricName | null =>
  METRIC_NAMES.find((each) => each === name) ?? null;

/** What the units of a metric are worth in its own; by their words. */
const UNITS: Readonly<Record<Metric['unit'], Readonly<Record<string, number>>>> = {
  ms: { ms: 1, s: 1_000 },
  '/s': { '/s': 1 },
  B: { B: 1, kB: 1e3, MB: 1e6 },
  'B/min': { 'B/min': 1, 'kB/min': 1e3, 'MB/min': 1e6 },
  ratio: {},
  count: { '': 1 },
};

/**
 * How much worse: `+12%`, `20ms`, `-5%` of throughput; of the error rate `%` are points. A sign is not needed, and a wrong one is a problem: it would be an improvement.
 */
export function readAmount(
  metric: MetricName,
  text: string,
): { readonly amount: Amount } | { readonly problem: 'amount' | 'direction' } {
  const [, sign = '', digits = '', unit = ''] =
    /^([+−-]?)(\d{1,9}(?:\.\d{1,6})?)([a-zA-Z/%]*)$/.exec(text) ?? [];
  const row: Metric = METRICS[metric];
  const units = UNITS[row.unit];
  const factor = unit === '%' ? 0.01 : Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (digits === '' || factor === undefined) return { problem: 'amount' };
  if (sign !== '' && (sign === '+') !== (row.better === 'lower')) return { problem: 'direction' };
  // Rounded, so that 7 % are 0.07 in the file.
  const amount: Amount = {
    kind: unit === '%' ? 'share' : 'unit',
    amount: Number((Number(digits) * factor).toPrecision(12)),
  };
  return isAmountOf(metric, amount) ? { amount } : { problem: 'amount' };
}
