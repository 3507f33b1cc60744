/** Suites and cases as JUnit XML, in the order and with the attributes that Apache Ant's schema asks for and Jenkins' allows. */
import { clean } from './inert.ts';
import { type Element, element, renderXml } from './xml.ts';

/** How a case ended. `type` is a stable word for scripts, `text` a sentence for people. */
export interface Ending {
  readonly kind: 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly text: string;
  /** More lines, shown below the sentence. */
  readonly lines: readonly string[];
}

/** One test, as CI systems see it. */
export interface Case {
  readonly name: string;
  readonly seconds: number;
  /** Null: passed. */
  readonly ending: Ending | null;
}

/** Cases that belong together. */
export interface Suite {
  /** The suite of the configuration. */
  readonly package: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly cases: readonly Case[];
  /** Lines of the standard output. */
  readonly output: readonly string[];
}

/** Suites as a document. No attributes at the root: Ant's schema knows none. A number and its unit are parted by an ordinary space. */
export const renderSuites = (suites: readonly Suite[]): string =>
  renderXml(element('testsuites', {}, suites.map(suiteElement))).replaceAll('\u00a0', ' ');

function suiteElement(suite: Suite, index: number): Element {
  const count = (kind: Ending['kind']): string =>
    String(suite.cases.filter(({ ending }) => ending?.kind === kind).length);
  const properties = Object.entries(suite.properties).flatMap(([name, value]) =>
    value === null ? [] : [element('property', { name, value: clean(value, 500) })],
  );
  return element(
    'testsuite',
    {
      id: String(index),
      package: clean(suite.package),
      name: clean(suite.name),
      // Without a zone: Ant's schema allows none.
      timestamp: suite.startedAt.slice(0, 'YYYY-MM-DDThh:mm:ss'.length),
      // Not recorded: a machine is told by its fingerprint.
      hostname: 'localhost',
      tests: String(suite.cases.length),
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
      time: timeOf(suite.cases.reduce((sum, { seconds }) => sum + seconds, 0)),
    },
    [
      element('properties', {}, properties),
      ...suite.cases.map((each) => caseElement(each, suite)),
      element('system-out', {}, suite.output.join('\n')),
      element('system-err'),
    ],
  );
}

function caseElement({ name, seconds, ending }: Case, suite: Suite): Element {
  const parts = [suite.package, suite.name].map((part) => clean(part));
  const classname = [...new Set(parts)].join('.');
  return element(
    'testcase',
    { name, classname, time: timeOf(seconds) },
    ending === null ? [] : [endingElement(ending)],
  );
}

/** The sentence stands in the attribute and in the text: some CI systems show the one, some the other. */
function endingElement({ kind, type, text, lines }: Ending): Element {
  const attributes: Readonly<Record<string, string>> =
    kind === 'skipped' ? { message: text } : { type, message: text };
  return element(kind, attributes, [text, ...lines].join('\n'));
}

/** Seconds to the millisecond, as a decimal number. */
const timeOf = (seconds: number): string => seconds.toFixed(3);
