/** What the HTML page says beyond what every report says: headings of what stands behind the verdict, columns, and its controls. */
import type { Block, Side } from '../../domain/measurement.ts';
import type { Finding, FindingKind } from '../../domain/finding.ts';
import type { FarWords } from './far-words.ts';
import type { Pen } from './words.ts';

/** Words of a table of readings, by the part that was read. */
export interface ReadingWords {
  readonly service: Readonly<
    Record<
      | 'title'
      | 'cores'
      | 'busiestThread'
      | 'runQueueDelay'
      | 'diskWaiters'
      | 'memory'
      | 'proportionalMemory'
      | 'anonymous'
      | 'storage'
      | 'switches'
      | 'processes'
      | 'threads'
      | 'openFiles',
      string
    >
  >;
  readonly generator: Readonly<
    Record<'title' | 'cpu' | 'eventLoop' | 'eventLoopDelay' | 'runQueueDelay' | 'memory', string>
  >;
  readonly host: Readonly<
    Record<
      | 'title'
      | 'busy'
      | 'others'
      | 'programs'
      | 'steal'
      | 'cpuPressure'
      | 'ioPressure'
      | 'memoryPressure'
      | 'disk'
      | 'retransmits',
      string
    >
  >;
  readonly cgroup: Readonly<
    Record<
      | 'title'
      | 'path'
      | 'cpuLimit'
      | 'throttledPeriods'
      | 'throttled'
      | 'memoryLimit'
      | 'memory'
      | 'kills'
      | 'limitHits',
      string
    >
  >;
  readonly runtime: Readonly<
    Record<
      | 'process'
      | 'eventLoop'
      | 'delayP50'
      | 'delayP99'
      | 'delayMax'
      | 'collection'
      | 'collectionMax'
      | 'collections'
      | 'live',
      string
    >
  > & { readonly title: string };
  readonly container: Readonly<
    Record<
      | 'title'
      | 'name'
      | 'image'
      | 'cores'
      | 'cpuLimit'
      | 'throttled'
      | 'memory'
      | 'memoryLimit'
      | 'storage'
      | 'network',
      string
    >
  >;
  readonly database: Readonly<
    Record<'queries' | 'time' | 'cacheHits' | 'connections' | 'active' | 'idle' | 'waits' | 'rest', string>
  > & { readonly title: (name: string, kind: string, version: string) => string };
  readonly statement: Readonly<
    Record<
      | 'title'
      | 'text'
      | 'calls'
      | 'perRequest'
      | 'time'
      | 'perCall'
      | 'share'
      | 'rows'
      | 'examined'
      | 'blocks',
      string
    >
  >;
  readonly unread: string;
  /** Of which moments the readings are. */
  readonly of: (side: string, seconds: number, n: Pen) => string;
  /** `3.1 of 4`. */
  readonly outOf: (used: string, all: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly perSecond: (amount: string) => string;
}

/** Everything that only the page says. */
export interface PageWords {
  /** The name of the language, as the `lang` of the page has it. */
  readonly lang: string;
  /** Behind the headline in the title of the window. */
  readonly product: string;
  readonly skip: string;
  readonly contents: string;
  readonly anchor: (section: string) => string;
  /** In front of what to do. */
  readonly facts: Readonly<Record<'commit' | 'base' | 'measured' | 'machine' | 'version', string>>;
  readonly filters: Readonly<
    Record<
      | 'title'
      | 'scenario'
      | 'all'
      | 'request'
      | 'requestHint'
      | 'clear'
      | 'theme'
      | 'auto'
      | 'light'
      | 'dark',
      string
    >
  >;
  /** `{scenarios}`, `{allScenarios}`, `{requests}` and `{allRequests}` are replaced by numbers. */
  readonly shown: string;
  readonly nothingShown: string;
  readonly headings: Readonly<
    Record<
      | 'judgements'
      | 'screen'
      | 'charts'
      | 'byTime'
      | 'requests'
      | 'ended'
      | 'errors'
      | 'statuses'
      | 'raw'
      | 'blocks'
      | 'slices'
      | 'turns'
      | 'resources'
      | 'findings'
      | 'setup'
      | 'configuration'
      | 'machine',
      string
    >
  >;
  readonly columns: Readonly<
    Record<
      | 'tolerance'
      | 'detectable'
      | 'replicates'
      | 'from'
      | 'users'
      | 'throughput'
      | 'failures'
      | 'serviceCores'
      | 'generatorCores'
      | 'otherCores'
      | 'memory'
      | 'message'
      | 'count'
      | 'share'
      | 'status'
      | 'build'
      | 'phase'
      | 'block'
      | 'underLoad'
      | 'ready'
      | 'seconds'
      | 'warmUp'
      | 'sent'
      | 'ok'
      | 'failed'
      | 'cpu'
      | 'place'
      | 'outside'
      | 'engine'
      | 'what'
      | 'value',
      string
    >
  >;
  readonly sides: Readonly<Record<Side, string>>;
  readonly phases: Readonly<Record<Block['phase'], string>>;
  /** Titles and captions of charts that only the page has. */
  readonly charts: Readonly<
    Record<
      | 'cores'
      | 'coresUnit'
      | 'coresCaption'
      | 'held'
      | 'heldCaption'
      | 'storage'
      | 'storageUnit'
      | 'storageCaption',
      string
    >
  > & {
    readonly lines: Readonly<Record<'service' | 'generator' | 'others' | 'read' | 'written', string>>;
    /** What a screen reader says of a line: `p95 from 8 to 12`. */
    readonly line: (name: string, low: string, high: string) => string;
    /** How to use them. */
    readonly hint: string;
    readonly keyboard: string;
    /** The sign of a second. */
    readonly second: string;
  };
  readonly thinned: (shown: number, all: number, n: Pen) => string;
  readonly seconds: (from: number, to: number) => string;
  readonly kinds: Readonly<Record<FindingKind, string>>;
  readonly confidence: Readonly<Record<Finding['confidence'], string>>;
  readonly evidence: string;
  readonly evidenceNote: string;
  readonly noFindings: string;
  readonly yes: string;
  readonly no: string;
  /** Of a list: so many more of it. */
  readonly more: (count: number, n: Pen) => string;
  readonly configurationNote: string;
  readonly replicates: (against: 'baseline' | 'base', count: number, n: Pen) => string;
  readonly confirmation: Readonly<Record<'confirmed' | 'refuted' | 'missing', string>>;
  readonly machine: Readonly<
    Record<
      | 'cpu'
      | 'cores'
      | 'architecture'
      | 'memory'
      | 'os'
      | 'node'
      | 'virtualisation'
      | 'governor'
      | 'power'
      | 'throttles'
      | 'frequency'
      | 'runner'
      | 'fingerprint'
      | 'coresService'
      | 'coresGenerator',
      string
    >
  >;
  readonly frequency: (now: string, max: string) => string;
  readonly readings: ReadingWords;
  /** Of another machine. */
  readonly far: FarWords;
  /** Where everything else is. */
  readonly records: (n: Pen) => string;
  readonly noNetwork: string;
  readonly licence: string;
}
