/** Numbers as people read them: a few significant digits, a unit that does not break from its number, a real minus sign. */
import { METRICS, type MetricName } from '../domain/metric.ts';
import { type Forms, type Plural, pluralOf } from './plural.ts';

/** Writes numbers in one language. Every function takes the unit of the domain and returns text with its unit. */
export interface Numbers {
  /** Milliseconds: `0.42 ms`, `12.3 ms`, `310 ms`, `12.5 s`. */
  readonly ms: (value: number) => string;
  /** `20 s`, `1.5 s`, `5 min`. */
  readonly seconds: (value: number) => string;
  /** Seconds as a length of time that nobody measured: `40 s`, `12 min`, `5 h`, `9 days`. */
  readonly span: (value: number) => string;
  /** `40.3/s`, `1,250/s`. */
  readonly rate: (value: number) => string;
  /** A share: `0.25 %`. */
  readonly share: (value: number) => string;
  /** A whole number: `24,310`. */
  readonly count: (value: number) => string;
  /** `1.02`. */
  readonly cores: (value: number) => string;
  /** `×6.6`. */
  readonly times: (value: number) => string;
  /** `7.8 GB`. */
  readonly bytes: (value: number) => string;
  /** A metric's value in its unit. */
  readonly value: (metric: MetricName, value: number) => string;
  /** A limit in the metric's unit, without digits that nobody wrote. */
  readonly bound: (metric: MetricName, value: number) => string;
  /** A change with its sign: `+4.8 %`, `−0.3 points`. */
  readonly change: (metric: MetricName, change: number) => string;
  /** Two changes with their signs: `+1.2 to +8.5 %`. */
  readonly range: (metric: MetricName, low: number, high: number) => string;
  /** A size of change without a sign: `10 %`, `1 point`. */
  readonly extent: (metric: MetricName, change: number) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
  /** The form of a word that a number asks for. */
  readonly plural: Plural;
  /** A number of somebody else, whose unit stands elsewhere: four significant digits, and whole numbers whole. */
  readonly plain: (value: number) => string;
  /** A number without a unit, with as many digits after the point: `0.987`. */
  readonly fixed: (value: number, digits: number) => string;
}

/** No-break space: a number and its unit stay on one line. */
export const GLUE = '\u00a0';

/** How a language writes units. Between a number and its unit stands {@link GLUE}, unless it says otherwise. */
export interface UnitWords {
  readonly milliseconds: string;
  readonly seconds: string;
  readonly minutes: string;
  readonly hours: string;
  readonly days: Forms;
  /** Requests a second, with what stands between the number and it. */
  readonly perSecond: string;
  /** Behind a size. */
  readonly perMinute: string;
  /** Bytes and their decimal multiples. */
  readonly bytes: readonly [one: string, kilo: string, mega: string, giga: string, tera: string];
  readonly points: Forms;
  /** The same behind a range. */
  readonly rangePoints: Forms;
  /** Two numbers as the ends of a range. */
  readonly range: (low: string, high: string) => string;
}

/** A number without a unit, with a real minus sign. */
type Plain = (value: number, options: Intl.NumberFormatOptions) => string;

/** Numbers of a locale. */
export function numbersOf(locale: string, words: UnitWords): Numbers {
  const formatOf = formatsOf(locale);
  const plain: Plain = (value, options) => formatOf(options).format(value).replace('-', '\u2212');
  const plural = pluralOf(locale);
  const digits = (value: number, fixed: boolean): string => {
    const maximumFractionDigits = fractionDigits(value);
    return plain(value, {
      maximumFractionDigits,
      minimumFractionDigits: fixed && value !== 0 ? maximumFractionDigits : 0,
    });
  };
  const time = (value: number, fixed: boolean): string =>
    Math.abs(value) >= 10_000
      ? `${plain(value / 1000, { maximumFractionDigits: 1 })}${GLUE}${words.seconds}`
      : `${digits(value, fixed)}${GLUE}${words.milliseconds}`;
  const share = (value: number): string =>
    `${plain(100 * value, { maximumFractionDigits: percentDigits(100 * value) })}${GLUE}%`;
  const rate = (value: number, fixed: boolean): string => `${digits(value, fixed)}${words.perSecond}`;
  const bytes = (amount: number): string => inBytes(amount, words.bytes, plain);
  const value = (metric: MetricName, amount: number, fixed: boolean): string => {
    switch (METRICS[metric].unit) {
      case 'ms':
        return time(amount, fixed);
      case '/s':
        return rate(amount, fixed);
      case 'B':
        return bytes(amount);
      case 'B/min':
        return `${bytes(amount)}${words.perMinute}`;
      case 'ratio':
        return share(amount);
      case 'count':
        return plain(amount, { maximumFractionDigits: 2, minimumFractionDigits: fixed ? 2 : 0 });
    }
  };
  return {
    ms: (amount) => time(amount, true),
    seconds: (amount) =>
      amount >= 120
        ? `${plain(amount / 60, { maximumFractionDigits: 1 })}${GLUE}${words.minutes}`
        : `${plain(amount, { maximumFractionDigits: amount < 10 ? 1 : 0 })}${GLUE}${words.seconds}`,
    span: (amount) => {
      const [minutes, hours] = [amount / 60, amount / 3_600];
      const rounded = (count: number): string => plain(count, { maximumSignificantDigits: 2 });
      if (amount < 120) return `${rounded(amount)}${GLUE}${words.seconds}`;
      if (minutes < 120) return `${rounded(minutes)}${GLUE}${words.minutes}`;
      if (hours < 48) return `${rounded(hours)}${GLUE}${words.hours}`;
      return `${rounded(hours / 24)}${GLUE}${plural(Number((hours / 24).toPrecision(2)), words.days)}`;
    },
    rate: (amount) => rate(amount, true),
    share,
    count: (amount) => plain(Math.round(amount), {}),
    cores: (amount) => plain(amount, { maximumFractionDigits: amount < 10 ? 2 : 0 }),
    times: (amount) => `×${plain(amount, { maximumFractionDigits: amount < 10 ? 1 : 0 })}`,
    bytes,
    value: (metric, amount) => value(metric, amount, true),
    bound: (metric, amount) => value(metric, amount, false),
    ...changesOf(words, plain, plural),
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    plural,
    plain: (amount) =>
      plain(
        amount,
        Math.abs(amount) >= 1_000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 },
      ),
    fixed: (amount, digitsAfter) =>
      plain(amount, { minimumFractionDigits: digitsAfter, maximumFractionDigits: digitsAfter }),
  };
}

/** Changes in per cent, or in points. */
function changesOf(
  words: UnitWords,
  plain: Plain,
  plural: Plural,
): Pick<Numbers, 'change' | 'range' | 'extent'> {
  const moved = (metric: MetricName, amount: number, signed: boolean): string =>
    plain(100 * amount, {
      maximumFractionDigits: changeDigits(metric, 100 * amount),
      signDisplay: signed ? 'exceptZero' : 'negative',
    });
  const unit = (metric: MetricName, amount: number, points: Forms): string => {
    if (METRICS[metric].change !== 'points') return `${GLUE}%`;
    const written = Number((100 * amount).toFixed(changeDigits(metric, 100 * amount)));
    return `${GLUE}${plural(written, points)}`;
  };
  return {
    change: (metric, amount) => `${moved(metric, amount, true)}${unit(metric, amount, words.points)}`,
    range: (metric, low, high) =>
      `${words.range(moved(metric, low, true), moved(metric, high, true))}${unit(metric, high, words.rangePoints)}`,
    extent: (metric, amount) => `${moved(metric, amount, false)}${unit(metric, amount, words.points)}`,
  };
}

/** Formats that are made once: making one costs a hundred times what using it does, and a report has ten thousand numbers of a few kinds. */
function formatsOf(locale: string): (options: Intl.NumberFormatOptions) => Intl.NumberFormat {
  const known = new Map<string, Intl.NumberFormat>();
  return (options) => {
    const key = JSON.stringify(options);
    const format = known.get(key) ?? new Intl.NumberFormat(locale, options);
    known.set(key, format);
    return format;
  };
}

/** Three significant digits, none of them after the point from 100 on. */
function fractionDigits(value: number): number {
  const size = Math.abs(value);
  if (size >= 100) return 0;
  if (size >= 10) return 1;
  return size >= 0.1 ? 2 : 3;
}

/** Per cents: two significant digits where there are any. */
function percentDigits(value: number): number {
  const size = Math.abs(value);
  if (size >= 10) return 0;
  if (size >= 1) return 1;
  return size >= 0.1 ? 2 : 3;
}

/** Changes are known to a tenth of a per cent at best; of error rates a hundredth of a point matters. */
function changeDigits(metric: MetricName, value: number): number {
  const size = Math.abs(value);
  if (size >= 10) return 0;
  return METRICS[metric].change === 'points' && size < 1 ? 2 : 1;
}

/** Decimal units, as everywhere but in RAM advertisements. */
function inBytes(amount: number, units: UnitWords['bytes'], plain: Plain): string {
  const power = amount < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(amount) / 3));
  return `${plain(amount / 1000 ** power, { maximumSignificantDigits: 3 })}${GLUE}${units[power]}`;
}
