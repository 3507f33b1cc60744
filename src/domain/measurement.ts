/** What was measured: a run is blocks of slices. Plain JSON, so that a run can be written, read, judged and reported again. */
import type { FailureDetail } from './failure.ts';
import type { ForeignTool, Imported, ToldLatency } from './imported.ts';
import type { K6Use } from './k6.ts';
import type { GeneratorReading, HostReading } from './readings.ts';
import type { Resources } from './resources.ts';
import type { SearchResult } from './search.ts';
import type { WorkersUse } from './workers.ts';
import type { Bytes, Micros, Millis, Nanos, PerSecond } from './units.ts';

export type { GeneratorReading, HostReading } from './readings.ts';

/** Version of the shape of `run.json`. */
export const RUN_SCHEMA = 6;

/** Largest seed of a run: what a signed 32-bit generator takes. */
export const SEED_MAX = 2 ** 31 - 1;

/** Everything one invocation measured. */
export interface Run {
  readonly schema: typeof RUN_SCHEMA;
  readonly loadgate: string;
  readonly suite: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Seed of every random choice of the run: request order, templated values, the order of builds. */
  readonly seed: number;
  /** Null for imported results: nobody knows where the tool ran. */
  readonly machine: Machine | null;
  /** Null for imported results. */
  readonly target: Target | null;
  readonly builds: readonly BuildInfo[];
  /** For each scenario, a hash over everything that makes its numbers comparable (load, requests, service command), not its limits. */
  readonly configHashes: Readonly<Record<string, string>>;
  /** Which cores each side of the load was kept on; null when they shared all. */
  readonly cores: CoreSplit | null;
  /** Why the base commit could not be measured although it was to be, or null. */
  readonly baseFailure: FailureDetail | null;
  /** The unit of replication: fresh boots and the slices measured on them. */
  readonly blocks: readonly Block[];
}

/** Cores by number: disjoint. */
export interface CoreSplit {
  readonly service: readonly number[];
  readonly generator: readonly number[];
}

/** Which side of a comparison. */
export type Side = 'head' | 'base';

/** A commit, built and bootable. */
export interface BuildInfo {
  readonly side: Side;
  readonly commit: string | null;
  /** True when the working tree had changes that no commit holds. */
  readonly dirty: boolean;
}

/**
 * What a block is for. `alone`: the head by itself, in one go. `explore`: both builds, searching for the levels that are worth measuring. `main`: both builds, what the looks judge.
 * `confirm`: both builds again, because of an alarm.
 */
export type Phase = 'alone' | 'explore' | ComparingPhase;

/** Those of blocks by which builds are compared. */
export type ComparingPhase = 'main' | 'confirm';

/** Fresh boots and the load on them: one slice for each scenario and build. */
export interface Block {
  readonly phase: Phase;
  /** Time under load in this block, warm-up included. */
  readonly load: Millis;
  readonly boots: readonly Boot[];
  readonly slices: readonly Slice[];
}

/** One start of a service. */
export interface Boot {
  readonly side: Side;
  /** From spawn to ready; null for a service that was already running. */
  readonly readyAfter: Millis | null;
}

/** The load of one scenario on one build in one block: in one go, or in short turns with the other build. */
export interface Slice {
  readonly scenario: string;
  readonly side: Side;
  readonly startedAt: string;
  /** The measured time by the generator's monotonic clock, warm-up excluded. */
  readonly elapsed: Millis;
  readonly warmUp: Millis;
  /** Null where an imported result does not tell. */
  readonly users: number | null;
  /** CPU time of the service's process tree during the measured time; null when it is not ours or cannot be read. */
  readonly cpu: Nanos | null;
  /** The turns it is made of, in their order; none when it was measured in one go. */
  readonly turns: readonly Turn[];
  /** The steps it is made of, when a limit was searched for; else null. Counts and latencies of the slice are then those of all steps together. */
  readonly search: SearchResult | null;
  readonly engine: EngineUse;
  readonly counts: Counts;
  /** Of an open loop; null where users wait for their answers. */
  readonly arrivals: Arrivals | null;
  /** Answers as expected, plus timeouts at no less than the timeout. Microseconds. Empty where an imported result only tells quantiles. */
  readonly latency: HistogramRecord;
  readonly requests: readonly RequestCounts[];
  /** Answers by status; none where an imported result does not tell. */
  readonly statuses: readonly { readonly status: number; readonly count: number }[];
  /** Failures by message, most frequent first, at most 20. */
  readonly errors: readonly { readonly message: string; readonly count: number }[];
  /** Bytes of the bodies of all answers; null where an imported result does not tell. */
  readonly bodyBytes: Bytes | null;
  readonly timeline: readonly TimelineSecond[];
  /**
   * Anonymous memory of the service's process tree by whole seconds since the measured time began, the least of each second's looks; null for a second
   * without one. Null as a whole when the slice is made of turns, or the tree is not ours, or the kernel does not say.
   */
  readonly memory: readonly (Bytes | null)[] | null;
  /** Null for imported results. */
  readonly generator: GeneratorReading | null;
  readonly host: HostReading | null;
  /** What this build used; null when nothing of it was watched. */
  readonly resources: Resources | null;
  /** Of a slice that another tool measured. */
  readonly imported?: Imported;
}

/** A slice that our own engines measured: nothing that they always know is missing. */
export type OwnSlice = Slice & {
  readonly users: number;
  readonly bodyBytes: Bytes;
  readonly generator: GeneratorReading;
};

/** A run that was measured here. */
export type OwnRun = Run & { readonly machine: Machine; readonly target: Target };

/** One short, uninterrupted stretch of load on one build, on connections of its own: the smallest thing that is measured. */
export interface Turn {
  /** Its place among the turns of both builds, from 0. */
  readonly place: number;
  readonly elapsed: Millis;
  /** Answers as expected. */
  readonly ok: number;
  /** Null without answers. */
  readonly p50: Millis | null;
  readonly p95: Millis | null;
  /** Mean logarithm of p50, p55 … p95, each in milliseconds: where the whole distribution lies. Null without answers. */
  readonly level: number | null;
  /** As in {@link Slice}. */
  readonly cpu: Nanos | null;
  /** CPU time of everything that is neither the services, nor the generator, nor the gate, and time stolen, in cores; null where it cannot be read. */
  readonly outside: number | null;
}

/** Which engine measured, and why that one. */
export interface EngineUse {
  readonly name: 'autocannon' | 'undici' | 'node:http2' | 'fake' | ForeignTool;
  /** Empty where an imported result does not tell. */
  readonly version: string;
  /** `asked`: by the config. `default`: autocannon, found truthful. `closing-connections`, `lost-answers`: seen with autocannon, so our own engine measured. `unsupported`: HEAD requests or TLS, which autocannon cannot measure truthfully. `executor`: a load that autocannon cannot send. `http-2`: HTTP/2, which only Node.js's own client speaks truthfully. `imported`: another tool measured, and its output was read. */
  readonly why:
    | 'asked'
    | 'default'
    | 'closing-connections'
    | 'lost-answers'
    | 'unsupported'
    | 'executor'
    | 'http-2'
    | 'imported';
  /** Of a load that workers on other machines sent. */
  readonly workers?: WorkersUse;
  /** Of a load that k6 sent. */
  readonly k6?: K6Use;
}

/**
 * Every request is in exactly one place: sent = ok + httpError + connectionError + timeout + lost + inFlight.
 * `sent` equals the service's own count of requests received.
 */
export interface Counts {
  /** Requests written to a connection during the measured time. */
  readonly sent: number;
  /** Complete answers with an expected status. */
  readonly ok: number;
  /** Complete answers with any other status, or with a body that fails a check. */
  readonly httpError: number;
  /** The connection broke (reset, protocol error, truncated answer) before the answer was complete. */
  readonly connectionError: number;
  /** No complete answer within the timeout. */
  readonly timeout: number;
  /** The service closed the connection in order, without an answer. */
  readonly lost: number;
  /** Without an answer when the measured time ended. */
  readonly inFlight: number;
  /** Attempts that found no connection; not part of `sent`, but part of the error rate. */
  readonly refused: number;
}

/** What became of the arrivals of an open loop: planned = sent + refused + dropped + waiting. */
export interface Arrivals {
  /** Those whose time came during the measured time. */
  readonly planned: number;
  /** Sent more than a millisecond after their time, for whatever reason: all users were waiting, or the generator was busy. */
  readonly late: number;
  /** Never sent: no user was free for as long as a request may take. */
  readonly dropped: number;
  /** Not sent yet when the measured time ended. */
  readonly waiting: number;
  /** How long after their time 99 of 100 were sent at most; null when none was. */
  readonly lagP99: Millis | null;
}

/** A histogram as hdr-histogram-js encodes it (base64, compressed V2), of whole microseconds. */
export interface HistogramRecord {
  readonly unit: 'µs';
  /** Number of recorded values. */
  readonly count: number;
  /** Finest step the engine could tell apart. */
  readonly resolution: Micros;
  readonly encoded: string;
}

/** One named request's share of a slice. */
export interface RequestCounts {
  readonly name: string;
  readonly counts: Counts;
  readonly latency: HistogramRecord;
  /** Of an imported result that only tells quantiles. */
  readonly told?: ToldLatency;
}

/** One second of a slice. The last may be shorter. */
export interface TimelineSecond {
  /** Whole seconds since the slice began. */
  readonly second: number;
  /** Answers as expected a second. */
  readonly throughput: PerSecond;
  /** Null when nothing was answered in this second. */
  readonly p50: Millis | null;
  readonly p95: Millis | null;
  /** Failures of any kind a second. */
  readonly errors: PerSecond;
  readonly users: number;
}

/** The service's address as the generator met it. */
export interface Target {
  readonly url: string;
  /** The resolved address that was loaded. */
  readonly address: string;
  readonly loopback: boolean;
  /** Whose network another machine's address is of; absent for this machine's own. */
  readonly network?: 'private' | 'public';
}

/** The machine, as far as it can be read. */
export interface Machine {
  readonly cpuModel: string;
  readonly cores: number;
  readonly architecture: string;
  readonly memory: Bytes;
  readonly os: string;
  readonly node: string;
  readonly virtualisation: string | null;
  readonly governor: string | null;
  /** `battery` or `mains` where the machine says, else null. */
  readonly power: 'battery' | 'mains' | null;
  /** Times that the hardware slowed a core down for heat since it booted; null where the kernel does not count. */
  readonly thermalThrottles: number | null;
  /** Clock rate of the fastest core when it was read, and the highest that the hardware has, both in MHz; null where the kernel does not say. */
  readonly frequency: { readonly now: number; readonly max: number } | null;
  readonly runner: 'github-hosted' | 'self-hosted' | 'local';
  /** Hash of what must be equal for two runs to be comparable. */
  readonly fingerprint: string;
}
