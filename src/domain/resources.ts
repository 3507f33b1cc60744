/** What a build used while it was under load: its processes, their limits, its runtime, its databases and containers. Plain JSON. */
import { english, type Phrase } from './phrase.ts';
import type { Bytes, Millis, Ratio } from './units.ts';

/** Everything that was watched of one build while its load was on, over all turns of a slice together. */
export interface Resources {
  /** How long was watched: measured time, and some milliseconds on either side of it. */
  readonly watched: Millis;
  /** The service's process tree; null when it is not ours or cannot be read. */
  readonly service: ServiceReading | null;
  /** The control groups that bound the service; null where there is none, or none that can be read. */
  readonly cgroup: CgroupReading | null;
  /** Processes of the service that run on Node.js and could be asked, the busiest first; at most 50. */
  readonly runtimes: readonly RuntimeReading[];
  readonly databases: readonly DatabaseReading[];
  readonly containers: readonly ContainerReading[];
  /** One row a second of watching. */
  readonly curve: readonly ResourceSecond[];
  /** What was to be watched and could not be, each once. */
  readonly unread: readonly Unread[];
  /** What a target's own monitoring says; absent where none is asked. */
  readonly monitoring?: MonitoringReading;
  /** Where the service was read over SSH; absent where it was not to be. */
  readonly elsewhere?: ElsewhereReading;
}

/** The machine of a target, of which `/proc` was read over SSH while load was on. What its service used stands where that of a service of this machine does, and what is missing among what was unread. */
export interface ElsewhereReading {
  readonly host: string;
  /** Null where it could not be read. */
  readonly machine: FarMachineReading | null;
}

/** A machine of which nothing but its kernel's counters is known. Shares are of the longest stretch of load. */
export interface FarMachineReading {
  readonly cores: number;
  readonly busyCores: number;
  /** As in `HostReading`. */
  readonly steal: Ratio | null;
  readonly cpuPressure: Ratio | null;
  readonly ioPressure: Ratio | null;
  readonly memoryPressure: Ratio | null;
  /** The busiest disk; bytes a second. */
  readonly disk: {
    readonly name: string;
    readonly busy: Ratio;
    readonly read: number;
    readonly written: number;
  } | null;
  readonly retransmits: Ratio | null;
  /** Of all that it has, the least that was available in one look; null where the kernel does not say. */
  readonly memory: { readonly total: Bytes; readonly leastAvailable: Bytes } | null;
}

/** What the monitoring of a target says that it used while load was on. */
export interface MonitoringReading {
  readonly source: 'prometheus';
  /** In cores; null where it was not asked for, or said nothing. */
  readonly cpu: SampledUse | null;
  /** In bytes; null likewise. */
  readonly memory: SampledUse | null;
  /** Why something that was asked for is missing, in words that end a sentence; null where nothing is. */
  readonly gap: string | null;
  /** The same as a phrase; null in records of versions before them. */
  readonly said: Phrase | null;
}

/** Values that somebody else sampled. */
export interface SampledUse {
  readonly mean: number;
  readonly most: number;
  readonly samples: number;
}

/** Something that could not be watched. */
export interface Unread {
  /** What it is about: a database or container by its name; null for the probe as a whole. */
  readonly name: string | null;
  readonly probe: 'service' | 'cgroup' | 'runtime' | 'database' | 'container';
  /** What of it is missing. `all`: it could not be asked at all. `lost`: it could not be asked to the end. */
  readonly part:
    | 'all'
    | 'lost'
    | 'statements'
    | 'activity'
    | 'cache'
    | 'connections'
    | 'commands'
    | 'io'
    | 'memory';
  /** One line for people, from the source itself; never holds a password. */
  readonly reason: string;
  /** What would mend it, one sentence, or null. */
  readonly remedy: string | null;
  /** The same as phrases, for every language; null in records of versions before them. */
  readonly said: SaidUnread | null;
}

/** Why something could not be watched, and what would mend it, as phrases. */
export interface SaidUnread {
  readonly reason: Phrase;
  readonly remedy: Phrase | null;
}

/** Both in English and as phrases. */
export const unwatched = (
  reason: Phrase,
  remedy: Phrase | null,
): Pick<Unread, 'reason' | 'remedy' | 'said'> => ({
  reason: english(reason),
  remedy: remedy === null ? null : english(remedy),
  said: { reason, remedy },
});

/** A tree of processes. CPU shares are in cores: 1 is one full core. */
export interface ServiceReading {
  readonly cores: number;
  /** CPU time of its busiest thread, in cores; null where threads cannot be told apart. */
  readonly busiestThread: number | null;
  /** CPU time of each of its processes that lived throughout, in cores, the busiest first; at most 50. */
  readonly processCores: readonly number[];
  /** Time that its threads were ready to run and had no core, all threads together, in cores' worth; null where the kernel does not say. */
  readonly runQueueDelay: number | null;
  /** Mean number of its threads that were stopped in the kernel for a disk (state D), by looks; null without a look. */
  readonly diskWaiters: number | null;
  /** Most resident memory of the tree in one look. */
  readonly memory: Bytes;
  /** Its proportional share of memory (PSS) at the end; null where the kernel does not say. */
  readonly proportionalMemory: Bytes | null;
  /** Anonymous memory at the beginning and at the end; null where the kernel does not say. */
  readonly anonymous: { readonly from: Bytes; readonly to: Bytes } | null;
  /** Bytes that it caused to be read from and written to storage; null where they cannot be read. */
  readonly io: { readonly read: Bytes; readonly written: Bytes } | null;
  /** Context switches: of its own will (it waited), and not (it was preempted). */
  readonly switches: { readonly voluntary: number; readonly involuntary: number } | null;
  /** Most at one look. */
  readonly processes: number;
  readonly threads: number;
  /** Most open files of one process, and how many that process may open; null where they cannot be read. */
  readonly openFiles: { readonly most: number; readonly limit: number } | null;
}

/** What control groups allowed and withheld. */
export interface CgroupReading {
  /** Path of the group as the kernel names it. */
  readonly path: string;
  /** Cores' worth of CPU time that it may use; null without a limit. */
  readonly cpuLimit: number | null;
  /** Share of the enforcement periods in which its CPU was cut off; null without a limit. */
  readonly throttledPeriods: Ratio | null;
  /** Time that its tasks were held back, in cores' worth; null where it is not counted. */
  readonly throttled: number | null;
  readonly memoryLimit: Bytes | null;
  /** Memory in use at the end, by the group's count. */
  readonly memory: Bytes | null;
  /** Times that a process was killed for want of memory. */
  readonly kills: number;
  /** Times that it ran into its memory limit and pages had to be reclaimed. */
  readonly limitHits: number;
}

/** One process of Node.js. */
export interface RuntimeReading {
  readonly pid: number;
  readonly version: string;
  /** Share of time in which its event loop was busy. */
  readonly eventLoop: Ratio;
  /** How much later than asked its timers came. */
  readonly delayP50: Millis;
  readonly delayP99: Millis;
  readonly delayMax: Millis;
  /** Share of time that garbage collection held up its main thread. */
  readonly collection: Ratio;
  /** Longest single pause for it. */
  readonly collectionMax: Millis;
  /** Collections, of the young generation and of the whole heap. */
  readonly minorCollections: number;
  readonly majorCollections: number;
  /** Live memory (heap and buffers) after the first and the last collection of the whole heap; null with fewer than two. */
  readonly live: { readonly from: Bytes; readonly to: Bytes } | null;
}

/** What one database server did for its clients, ourselves not counted. */
export interface DatabaseReading {
  /** Its key in the configuration. */
  readonly name: string;
  readonly kind: 'postgresql' | 'mysql' | 'mariadb' | 'redis' | 'valkey';
  readonly version: string;
  /** Statements or commands that it executed; null where they are not counted. */
  readonly queries: number | null;
  /** Time that it spent on them; null where it is not counted. */
  readonly time: Millis | null;
  /** Those that took the most time, the longest first; at most 20. */
  readonly statements: readonly StatementReading[];
  /** All others together. */
  readonly rest: { readonly statements: number; readonly calls: number; readonly time: Millis };
  /** Share of block or key look-ups that memory answered; null without any, or where they are not counted. */
  readonly cacheHits: Ratio | null;
  /** Sessions of clients. Means and maxima are of the looks at them. Null where they cannot be seen. */
  readonly connections: {
    readonly most: number;
    /** Mean number that executed something. */
    readonly active: number;
    /** Mean number that had a transaction open and did nothing. */
    readonly idleInTransaction: number;
    readonly limit: number | null;
  } | null;
  /** Mean number of sessions that waited, by what for, the most first; at most 10. */
  readonly waits: readonly {
    readonly kind: 'lock' | 'disk' | 'internal' | 'other';
    readonly event: string;
    readonly sessions: number;
  }[];
}

/** One statement without its parameters, or one command. */
export interface StatementReading {
  /** The server's own key of it: the same for the same statement on both builds. */
  readonly id: string;
  /** Normalised by the server, at most 500 characters, on one line; never holds a parameter. */
  readonly text: string;
  readonly calls: number;
  readonly time: Millis;
  /** Rows that it gave or changed; null where they are not counted. */
  readonly rows: number | null;
  /** Rows that it looked at to find them; null where they are not counted. */
  readonly examined: number | null;
  /** Blocks that it touched, in memory or not; null where they are not counted. */
  readonly blocks: number | null;
}

/** One container of the service's project. */
export interface ContainerReading {
  readonly name: string;
  /** Its service in the compose project, or null. */
  readonly service: string | null;
  readonly image: string;
  readonly cores: number;
  /** Cores' worth of CPU time that it may use; null without a limit. */
  readonly cpuLimit: number | null;
  /** Share of the enforcement periods in which its CPU was cut off; null without a limit, or where they are not counted. */
  readonly throttledPeriods: Ratio | null;
  /** In use at the last look, without pages of files that the kernel may drop; null where it is not counted. */
  readonly memory: Bytes | null;
  readonly memoryLimit: Bytes | null;
  /** Bytes read from and written to storage; null where none were counted. */
  readonly io: { readonly read: Bytes; readonly written: Bytes } | null;
  /** Over all its networks; null where none are counted, as with the machine's own. */
  readonly network: { readonly received: Bytes; readonly sent: Bytes } | null;
}

/**
 * One second of watching. CPU in cores; bytes a second. Null where it cannot be read, and of a service with more than 100 processes also in a second in which
 * they were not looked at: the next second with a look then tells the mean since the one before.
 */
export interface ResourceSecond {
  /** Whole seconds since watching began; the turns of a slice follow each other without their pauses. */
  readonly second: number;
  readonly service: number | null;
  readonly generator: number | null;
  readonly others: number | null;
  readonly memory: Bytes | null;
  readonly read: number | null;
  readonly written: number | null;
}
