/** Answers of Docker-compatible container engines (Docker Engine API 1.41 and later, and Podman's): what of them is used, and what it means. */
import { z } from 'zod';
import { readShape } from '../domain/shaped.ts';

/** A container that runs. */
export interface ListedContainer {
  /** In hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly image: string;
  /** Its compose project and its service in it, or null. */
  readonly project: string | null;
  readonly service: string | null;
}

/** How a container was set up. Cores and bytes; null without a limit. */
export interface ContainerSetup {
  readonly cpuLimit: number | null;
  readonly memoryLimit: number | null;
  /** True when it has the machine's own network, which is not counted for it alone. */
  readonly hostNetwork: boolean;
  /** Its first process, as the engine's machine counts; null when it does not run. */
  readonly pid: number | null;
}

/** Counters of a container since its start. */
export interface ContainerCounters {
  /** When they were read, by the engine's clock, in milliseconds; null when it does not say. */
  readonly at: number | null;
  /** CPU time in nanoseconds. */
  readonly cpu: number;
  /** Enforcement periods of its CPU limit, and those in which it was cut off. */
  readonly periods: Pair | null;
  /** Bytes in use now, without pages of files that were not used lately. */
  readonly memory: number | null;
  /** Bytes read from and written to storage. */
  readonly io: Pair | null;
  /** Bytes received and sent, over all its networks. */
  readonly network: Pair | null;
}

/** Two counters that are read together. */
export type Pair = readonly [number, number];

/** What an answer came to; null when it has another shape than it should. */
export type Read<Value> = Value | null;

const count = z.number().nonnegative();
const name = z.string().max(1_000);

const list = z.array(
  z.object({
    Id: z.string().regex(/^[0-9a-f]{12,64}$/),
    Names: z.array(name).nullish(),
    Image: name.nullish(),
    Labels: z.record(z.string(), z.string()).nullish(),
  }),
);

const inspection = z.object({
  HostConfig: z.object({
    NanoCpus: count.nullish(),
    // -1 is no quota.
    CpuQuota: z.number().nullish(),
    CpuPeriod: count.nullish(),
    Memory: z.number().nullish(),
    NetworkMode: z.string().nullish(),
  }),
  State: z.object({ Pid: z.int().nonnegative().nullish() }).nullish(),
});

const stats = z.object({
  read: z.string().nullish(),
  cpu_stats: z.object({
    cpu_usage: z.object({ total_usage: count }),
    throttling_data: z.object({ periods: count.nullish(), throttled_periods: count.nullish() }).nullish(),
  }),
  memory_stats: z
    .object({ usage: count.nullish(), stats: z.record(z.string(), z.number()).nullish() })
    .nullish(),
  blkio_stats: z
    .object({
      io_service_bytes_recursive: z.array(z.object({ op: z.string(), value: count })).nullish(),
    })
    .nullish(),
  networks: z
    .record(z.string(), z.object({ rx_bytes: count.nullish(), tx_bytes: count.nullish() }))
    .nullish(),
});

const SHOWN_MAX = 200;

/** `GET /containers/json`. */
export function readList(answer: unknown): Read<readonly ListedContainer[]> {
  const { data } = readShape(list, answer);
  if (data === undefined) return null;
  return data.map(({ Id, Names, Image, Labels }) => ({
    id: Id,
    name: shown(ownName(Names ?? []) ?? Id.slice(0, 12)),
    image: shown(Image ?? ''),
    project: Labels?.['com.docker.compose.project'] ?? Labels?.['io.podman.compose.project'] ?? null,
    service: labelShown(Labels?.['com.docker.compose.service']),
  }));
}

/** The others are what linked containers call it: `/web/db`. */
const ownName = (names: readonly string[]): string | undefined =>
  names.map((each) => each.replace(/^\//, '')).find((each) => each !== '' && !each.includes('/'));

/** `GET /containers/{id}/json`. */
export function readSetup(answer: unknown): Read<ContainerSetup> {
  const { data } = readShape(inspection, answer);
  if (data === undefined) return null;
  const { NanoCpus, CpuQuota, CpuPeriod, Memory, NetworkMode } = data.HostConfig;
  const byPeriod = above(CpuQuota) === null ? null : (CpuQuota ?? 0) / (above(CpuPeriod) ?? PERIOD);
  const nanos = above(NanoCpus);
  return {
    cpuLimit: nanos === null ? byPeriod : nanos / 1e9,
    memoryLimit: above(Memory),
    hostNetwork: NetworkMode === 'host',
    pid: above(data.State?.Pid),
  };
}

/** Microseconds: the kernel's, when none is said. */
const PERIOD = 100_000;

/** `GET /containers/{id}/stats?stream=false&one-shot=true`; `stopped` for a container that does not run (any more). */
export function readCounters(answer: unknown): Read<ContainerCounters | 'stopped'> {
  const { data } = readShape(stats, answer);
  if (data === undefined) return null;
  // Docker gives a stopped container the first moment of all and zeros.
  if (data.read?.startsWith('0001-') === true) return 'stopped';
  const at = Date.parse(data.read ?? '');
  const { throttling_data: throttling, cpu_usage: usage } = data.cpu_stats;
  return {
    at: Number.isFinite(at) ? at : null,
    cpu: usage.total_usage,
    periods: pairOf(throttling?.periods, throttling?.throttled_periods),
    memory: memoryOf(data.memory_stats),
    io: ioOf(data.blkio_stats?.io_service_bytes_recursive ?? []),
    network: networkOf(Object.values(data.networks ?? {})),
  };
}

/** As `docker stats` counts: `inactive_file` is cgroup v2's word, `total_inactive_file` v1's. */
function memoryOf(memory: z.output<typeof stats>['memory_stats']): number | null {
  const usage = memory?.usage ?? null;
  if (usage === null) return null;
  const dropped = memory?.stats?.['total_inactive_file'] ?? memory?.stats?.['inactive_file'] ?? 0;
  return dropped > 0 && dropped < usage ? usage - dropped : usage;
}

/** A row a device and direction: `Read` under cgroup v1, `read` under v2. An empty list is what engines give before the first, and without any count. */
function ioOf(rows: readonly { readonly op: string; readonly value: number }[]): Pair | null {
  const bytesOf = (word: string): number =>
    sum(rows.filter(({ op }) => op.toLowerCase() === word).map(({ value }) => value));
  return rows.length === 0 ? null : [bytesOf('read'), bytesOf('write')];
}

function networkOf(
  networks: readonly {
    readonly rx_bytes?: number | null | undefined;
    readonly tx_bytes?: number | null | undefined;
  }[],
): Pair | null {
  if (networks.length === 0) return null;
  return [
    sum(networks.map(({ rx_bytes: received }) => received ?? 0)),
    sum(networks.map(({ tx_bytes: sent }) => sent ?? 0)),
  ];
}

const pairOf = (first: number | null | undefined, second: number | null | undefined): Pair | null =>
  first === null || first === undefined ? null : [first, second ?? 0];

const above = (value: number | null | undefined): number | null =>
  value === null || value === undefined || value <= 0 ? null : value;

const labelShown = (text: string | undefined): string | null => (text === undefined ? null : shown(text));

const shown = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, SHOWN_MAX);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
