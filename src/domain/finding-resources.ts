/** Evidence of the findings that rest on what a build used. Plain JSON. */
import type { SaidUnread } from './resources.ts';

/** Memory at two moments, in bytes. */
interface Growth {
  readonly from: number;
  readonly to: number;
}

/** What each rule about resources found, by the rule's name. CPU in cores, times in milliseconds, shares from 0 to 1; `mean` is the mean latency of the scenario. */
export interface ResourceEvidence {
  // limitations
  /** `programs`: the busiest by name; none where names cannot be read, and databases may then be among them. */
  'background-activity': {
    readonly scenario: string;
    readonly programs: readonly string[];
    readonly otherCores: number;
    readonly cores: number;
    /** Who could not have what they took: where the service is on another machine, the generator. */
    readonly from: 'service' | 'generator';
  };
  neighbour: {
    readonly scenario: string;
    /** Name of the busiest other program; null where it cannot be read. */
    readonly program: string | null;
    /** What other programs used together, databases not counted. */
    readonly otherCores: number;
    readonly cores: number;
    /** Cores' worth of time that the service was ready and had no core. */
    readonly runQueueDelay: number;
    readonly serviceCores: number;
  };
  /** Share of the TCP segments that were sent again. */
  retransmits: { readonly scenario: string; readonly share: number };
  'power-saving': { readonly governor: string | null; readonly battery: boolean };
  /** Times that the CPU was slowed down for heat since the machine booted. */
  /** `during`: under load, in one of its stretches at most; else since the machine booted. */
  'throttled-cpu': { readonly times: number; readonly during: boolean };
  unread: {
    readonly items: readonly {
      /** A database or container; null for the probe as a whole. */
      readonly name: string | null;
      readonly probe: 'service' | 'cgroup' | 'runtime' | 'database' | 'container';
      readonly part: string;
      readonly reason: string;
      readonly remedy: string | null;
      readonly said: SaidUnread | null;
    }[];
  };
  // bottlenecks
  'cpu-limit': {
    readonly scenario: string;
    /** The container that was held back; null for the service itself. */
    readonly container: string | null;
    readonly limit: number | null;
    /** Share of the enforcement periods in which the CPU was cut off. */
    readonly periods: number;
    /** Cores' worth of time that was held back; null where it is not counted. */
    readonly throttled: number | null;
  };
  'memory-pressure': {
    readonly scenario: string;
    /** Share of time in which some task waited for memory, or null. */
    readonly pressure: number | null;
    readonly limitHits: number;
    readonly kills: number;
    readonly limit: number | null;
  };
  'short-leak': {
    readonly scenario: string;
    readonly seconds: number;
    readonly anonymous: Growth | null;
    readonly live: Growth | null;
  };
  collection: {
    readonly scenario: string;
    readonly share: number;
    readonly longest: number;
    readonly minor: number;
    readonly major: number;
  };
  'n-plus-one': {
    readonly scenario: string;
    readonly database: string;
    readonly statement: string;
    /** Times that it ran for one request, and how long each took in the server. */
    readonly calls: number;
    readonly perCall: number;
    /** All statements of one request. */
    readonly queries: number;
  };
  'missing-index': {
    readonly scenario: string;
    readonly database: string;
    readonly statement: string;
    readonly perCall: number;
    /** Of one call: rows it gave or changed, rows it looked at, blocks it touched; null where they are not counted. */
    readonly rows: number | null;
    readonly examined: number | null;
    readonly blocks: number | null;
  };
  'slow-command': {
    readonly scenario: string;
    readonly database: string;
    readonly command: string;
    readonly perCall: number;
    /** Its part of the time of all commands, and the part of all time in which the server executed something. */
    readonly share: number;
    readonly busy: number;
  };
  'lock-waits': {
    readonly scenario: string;
    readonly database: string;
    readonly sessions: number;
    /** Waiting for locks, for one request. */
    readonly perAnswer: number;
    readonly mean: number;
  };
  'small-pool': {
    readonly scenario: string;
    readonly database: string;
    readonly connections: number;
    readonly active: number;
    /** Requests under way at once, on average. */
    readonly concurrency: number;
    /** Time in the database for one request. */
    readonly perAnswer: number;
    readonly mean: number;
  };
  'connection-limit': {
    readonly scenario: string;
    readonly database: string;
    readonly most: number;
    readonly limit: number;
  };
  'database-dominant': {
    readonly scenario: string;
    readonly database: string;
    readonly statement: string;
    /** Its part of the database's time. */
    readonly share: number;
    readonly perAnswer: number;
    readonly mean: number;
  };
  'cache-misses': { readonly scenario: string; readonly database: string; readonly misses: number };
  'database-bound': {
    readonly scenario: string;
    readonly database: string;
    readonly perAnswer: number;
    readonly mean: number;
  };
  'disk-bound': {
    readonly scenario: string;
    readonly mode: 'read' | 'write';
    /** The database whose sessions waited; null for the service itself. */
    readonly database: string | null;
    /** Mean number of threads, or of sessions, that stood still for the disk; null where it cannot be read. */
    readonly waiters: number | null;
    /** Share of time in which some task of the machine waited for a disk, or null. */
    readonly pressure: number | null;
    /** Bytes a second; null where they are not counted. */
    readonly rate: number | null;
  };
  'event-loop-blocked': {
    readonly scenario: string;
    readonly delayP99: number;
    readonly delayMax: number;
    readonly eventLoop: number;
    /** CPU time of the busiest thread. */
    readonly thread: number;
  };
  'uneven-workers': {
    readonly scenario: string;
    readonly workers: number;
    readonly busiest: number;
    readonly idlest: number;
  };
  'service-one-core': {
    readonly scenario: string;
    readonly serviceCores: number;
    readonly cores: number;
    /** CPU time of its busiest thread; null where threads cannot be told apart. */
    readonly thread: number | null;
  };
  // potential
  headroom: {
    readonly scenario: string;
    readonly idleCores: number;
    readonly cores: number;
    readonly thread: number | null;
    readonly connections: { readonly database: string; readonly most: number; readonly limit: number } | null;
    readonly memory: { readonly used: number; readonly limit: number } | null;
  };
  'memory-limit-near': {
    readonly scenario: string;
    readonly container: string | null;
    readonly used: number;
    readonly limit: number;
  };
  'open-files-near': { readonly scenario: string; readonly most: number; readonly limit: number };
  // recommendations
  relieve: { readonly bottleneck: Relieved };
}

/** What an advice is about: a bottleneck as it was found. */
export type Relieved = {
  readonly [Name in Relievable]: { readonly name: Name; readonly evidence: ResourceEvidence[Name] };
}[Relievable];

/** Bottlenecks that come with an advice of their own. */
export type Relievable =
  | 'cpu-limit'
  | 'memory-pressure'
  | 'short-leak'
  | 'collection'
  | 'n-plus-one'
  | 'missing-index'
  | 'slow-command'
  | 'lock-waits'
  | 'small-pool'
  | 'connection-limit'
  | 'database-dominant'
  | 'cache-misses'
  | 'disk-bound'
  | 'event-loop-blocked'
  | 'uneven-workers'
  | 'service-one-core';
