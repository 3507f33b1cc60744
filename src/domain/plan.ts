/** What is to be done: the checked configuration with every default filled in. Plain JSON. */
import type { Language } from './language.ts';
import type { EngineChoice, K6Plan, LocustPlan } from './engine-plan.ts';
import type { MetricName } from './metric.ts';
import type { PlanOrigin } from './plan-origin.ts';
import type { ReportFormat } from './report-format.ts';
import type { Search } from './search.ts';
import type { ServicePlan, StatusSet } from './service-plan.ts';
import type { Millis } from './units.ts';
import type { ContainersPlan, DatabasePlan } from './watch-plan.ts';

export type { EngineChoice } from './engine-plan.ts';
export type {
  BootedService,
  DeployedService,
  MonitoringPlan,
  SshWatchPlan,
  Ready,
  RunningService,
  ServicePlan,
  StatusSet,
  Tls,
} from './service-plan.ts';
export type { ContainersPlan, DatabasePlan } from './watch-plan.ts';

/** One run of the gate over one suite. */
export interface Plan {
  /** Key of this set of scenarios: names the comment, the baseline and the outputs. */
  readonly suite: string;
  readonly service: ServicePlan;
  readonly scenarios: readonly Scenario[];
  /** Database servers that the service uses, to be watched. */
  readonly databases: readonly DatabasePlan[];
  /** Containers that the service runs in or uses, to be watched; null: none are named. */
  readonly containers: ContainersPlan | null;
  /** What the measurement is compared with: the stored baseline, the base commit measured beside it, or the base commit where the baseline does not settle it. */
  readonly compare: 'baseline' | 'base' | 'auto';
  /** Most time under load when two builds are measured beside each other. */
  readonly budget: Millis;
  /** Smallest change that the comparison with the base commit looks for. */
  readonly sensitivity: Sensitivity;
  readonly baseline: BaselinePlan;
  readonly policy: Policy;
  /** Environment variables that requests may use as secrets, by name: who may say so is the base commit, as with limits. */
  readonly secrets: readonly string[];
  readonly report: ReportPlan;
  /** Absent where a plan is made without a gate. */
  readonly origin?: PlanOrigin;
}

/** `standard` sees changes from 2 to 3 %, `strict` from 1 to 2 %, and takes longer. */
export type Sensitivity = 'standard' | 'strict';

/** Named requests, load and limits. */
export interface Scenario {
  readonly name: string;
  readonly load: Load;
  /** How the level of the load is raised to find what the service carries; null: the load is what it says. */
  readonly search: Search | null;
  /** True for a constant load that is to show what grows in time: slopes of memory, latency and errors are then judged. */
  readonly soak: boolean;
  readonly limits: readonly Limit[];
}

/** The version of HTTP that is spoken. Over TLS it is negotiated (ALPN); without TLS, HTTP/2 is spoken at once (prior knowledge). */
export type HttpVersion = 1.1 | 2;

/** The load of a scenario. */
export interface Load {
  readonly engine: EngineChoice;
  /** Of `locust` alone: the locustfile says what is sent, and there are no requests here. */
  readonly locust?: LocustPlan;
  /** Of `k6` alone: the script says what is sent, and there are no requests here. */
  readonly k6?: K6Plan;
  readonly http: HttpVersion;
  readonly executor: Executor;
  /** Load before the measured time; its answers are not counted. */
  readonly warmUp: Millis;
  /** A request without a complete answer after this long is a timeout. */
  readonly timeout: Millis;
  /** `weighted`: each user draws its next request by weight. `sequence`: each user goes through the list in order. */
  readonly order: 'weighted' | 'sequence';
  readonly requests: readonly RequestPlan[];
  /** Flows of which each user draws one by weight, goes through its requests in order, and draws the next. Empty: all requests, by `order`. */
  readonly flows: readonly FlowPlan[];
  /** Each user keeps the cookies that it is given, and sends them. */
  readonly cookies: boolean;
  /** Values for `{{name}}` (or `{{name.column}}` for files) in paths, headers and bodies. */
  readonly variables: Readonly<Record<string, Variable>>;
  /** Environment variables whose values stand for `{{secret.NAME}}`, by name. The values are in no plan: the generator is given them. */
  readonly secrets: readonly string[];
}

/** The shape of the load (k6's words). The duration is that of all stages together. */
export type Executor = ConstantUsers | RampingUsers | ConstantArrivalRate | RampingArrivalRate;

/** Users in a closed loop: each waits for its answer, and thinks, before it sends again. */
export interface ConstantUsers {
  readonly kind: 'constant-users';
  readonly users: number;
  readonly thinkTime: ThinkTime | null;
  readonly duration: Millis;
}

/** The same with a number of users that moves from stage to stage. */
export interface RampingUsers {
  readonly kind: 'ramping-users';
  readonly startUsers: number;
  /** Targets are users. */
  readonly stages: readonly Stage[];
  readonly thinkTime: ThinkTime | null;
  readonly duration: Millis;
}

/** An open loop: requests are sent at their times, whatever became of those before. */
export type ArrivalRate = ConstantArrivalRate | RampingArrivalRate;

/** Arrivals at equal distances. */
export interface ConstantArrivalRate {
  readonly kind: 'constant-arrival-rate';
  /** Arrivals a second. */
  readonly rate: number;
  /** Most requests under way at once; what arrives beyond waits for one to end, and its latency counts from its arrival. */
  readonly maxUsers: number;
  readonly duration: Millis;
}

/** The same with a rate that moves from stage to stage. */
export interface RampingArrivalRate {
  readonly kind: 'ramping-arrival-rate';
  readonly startRate: number;
  /** Targets are arrivals a second. */
  readonly stages: readonly Stage[];
  readonly maxUsers: number;
  readonly duration: Millis;
}

/** A stretch of a ramp: in a straight line from where the one before ended to the target. */
export interface Stage {
  readonly duration: Millis;
  readonly target: number;
}

/** How long a user pauses after an answer, drawn anew each time. */
export type ThinkTime =
  | { readonly kind: 'uniform'; readonly from: Millis; readonly to: Millis }
  | { readonly kind: 'exponential'; readonly mean: Millis }
  /** Never below zero. */
  | { readonly kind: 'normal'; readonly mean: Millis; readonly deviation: Millis };

/** One way through some of a load's requests. */
export interface FlowPlan {
  readonly name: string;
  readonly weight: number;
  /** Indexes of the load's requests, in order. */
  readonly requests: readonly number[];
}

/** One named request. */
export interface RequestPlan {
  readonly name: string;
  readonly method: string;
  /** Path and query, with templates. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly weight: number;
  /** An answer with a status outside this set is an http error. */
  readonly expect: StatusSet;
  /** An answer whose body fails any of them is an http error, too. */
  readonly checks: readonly BodyCheck[];
  /** Values for later requests of the same user; an answer without one of them is an http error. */
  readonly captures: readonly Capture[];
}

/** A value taken out of an answer, for `{{name}}` in later requests of the same user. */
export interface Capture {
  readonly name: string;
  readonly from:
    | { readonly kind: 'json'; readonly pointer: string }
    /** In lower case. */
    | { readonly kind: 'header'; readonly header: string }
    /** The first group of a regular expression, or all that it matched. */
    | { readonly kind: 'matches'; readonly pattern: string };
}

/** What the body of an answer must hold. */
export type BodyCheck =
  | { readonly kind: 'contains'; readonly text: string }
  /** A regular expression of JavaScript, with its Unicode rules. */
  | { readonly kind: 'matches'; readonly pattern: string }
  /** There is a value where a JSON pointer (RFC 6901) leads, and it is this one where one is given. */
  | { readonly kind: 'json'; readonly pointer: string; readonly equals?: unknown };

/** Where a templated value comes from. Sequential sources are shared by all users of a scenario. */
export type Variable =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'random'; readonly from: number; readonly to: number }
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly pick: 'sequential' | 'random' }
  | { readonly kind: 'counter'; readonly start: number; readonly step: number }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly rows: readonly Readonly<Record<string, string>>[];
      readonly pick: 'sequential' | 'random';
    };

/** A bound on a metric. A metric fails when any of its limits is broken. */
export type Limit = RelativeLimit | AbsoluteLimit;

/** How much worse than the reference a metric may be. */
export interface RelativeLimit {
  readonly kind: 'relative';
  readonly metric: MetricName;
  /** Largest change for the worse against the stored baseline: a share of it, or points for the error rate; always positive. */
  readonly change: number;
  /** The same against the base commit measured beside, where a smaller change can be told from noise. */
  readonly beside: number;
  /** Somebody wrote it down as a number. A standard limit is silent about what cannot be measured of a service; this one is not. */
  readonly asked?: true;
}

/** The worst value a metric may have: a `max` where lower is better, a `min` where higher is. */
export interface AbsoluteLimit {
  readonly kind: 'absolute';
  readonly metric: MetricName;
  /** In the metric's unit. */
  readonly bound: number;
}

/** Where accepted runs are kept. */
export interface BaselinePlan {
  /** `file`: a file of the repository. `branch`: a branch of its own. `auto`: on a runner the branch, unless the base commit has the file; elsewhere the file. */
  readonly store: 'auto' | 'branch' | 'file';
  /** Name of the branch, without `refs/heads/`. */
  readonly branch: string;
  /** Of the file, relative to the workspace. */
  readonly path: string;
  /** What becomes of a run that passes on the default branch. `auto`: a commit where the store is the branch, nothing where it is the file. */
  readonly publish: 'auto' | 'none' | 'commit' | 'pull-request';
  /** Accepted runs kept for each scenario and machine. */
  readonly keep: number;
  /** With fewer accepted runs a regression is only advice: it does not fail the gate. */
  readonly minRuns: number;
}

/** What the exit code makes of outcomes. */
export interface Policy {
  /** No outcome fails the build; what could not be measured does. Absent: outcomes count. */
  readonly mode?: 'warn-only';
  readonly onInconclusive: 'pass' | 'fail';
  readonly onNoBaseline: 'pass' | 'fail';
}

/**
 * When a pull request gets a comment. `auto`: always; `changes`: when something moved, or may have; `failure`: when something is wrong; `never`. A comment that is
 * there is kept up to date in all cases but the last.
 */
export type CommentWhen = 'auto' | 'changes' | 'failure' | 'never';

/** Where the report goes. */
export interface ReportPlan {
  readonly language: Language;
  readonly comment: CommentWhen;
  /** Which files for other programs are written, each once, in the order of `REPORT_FORMATS`. */
  readonly formats: readonly ReportFormat[];
  /** Folder for report.md, report.html, run.json, verdict.json and the service's log, relative to the workspace. */
  readonly directory: string;
  /** `svg`: every chart of report.html is also a file of its own. */
  readonly chartFiles: 'none' | 'svg';
}
