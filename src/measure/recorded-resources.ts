/** The part of a `run.json` that tells what the builds used. */
import { z } from 'zod';
import { amount, count, named, nullable, phrase, saidUnread, text } from '../engines/recorded-shapes.ts';

const traffic = nullable(z.strictObject({ read: amount, written: amount }));

const service = named(
  'ServiceReading',
  z.strictObject({
    cores: amount,
    busiestThread: nullable(amount),
    processCores: z.array(amount).max(50),
    runQueueDelay: nullable(amount),
    diskWaiters: nullable(amount),
    memory: amount,
    proportionalMemory: nullable(amount),
    anonymous: nullable(z.strictObject({ from: amount, to: amount })),
    io: traffic,
    switches: nullable(z.strictObject({ voluntary: count, involuntary: count })),
    processes: count,
    threads: count,
    openFiles: nullable(z.strictObject({ most: count, limit: amount })),
  }),
);

const cgroup = named(
  'CgroupReading',
  z.strictObject({
    path: text,
    cpuLimit: nullable(amount),
    throttledPeriods: nullable(amount),
    throttled: nullable(amount),
    memoryLimit: nullable(amount),
    memory: nullable(amount),
    kills: count,
    limitHits: count,
  }),
);

const runtime = named(
  'RuntimeReading',
  z.strictObject({
    pid: count,
    version: text,
    eventLoop: amount,
    delayP50: amount,
    delayP99: amount,
    delayMax: amount,
    collection: amount,
    collectionMax: amount,
    minorCollections: count,
    majorCollections: count,
    live: nullable(z.strictObject({ from: amount, to: amount })),
  }),
);

const statement = named(
  'StatementReading',
  z.strictObject({
    id: text,
    text,
    calls: count,
    time: amount,
    rows: nullable(amount),
    examined: nullable(amount),
    blocks: nullable(amount),
  }),
);

const database = named(
  'DatabaseReading',
  z.strictObject({
    name: text,
    kind: z.enum(['postgresql', 'mysql', 'mariadb', 'redis', 'valkey']),
    version: text,
    queries: nullable(count),
    time: nullable(amount),
    statements: z.array(statement).max(20),
    rest: z.strictObject({ statements: count, calls: count, time: amount }),
    cacheHits: nullable(amount),
    connections: nullable(
      z.strictObject({ most: count, active: amount, idleInTransaction: amount, limit: nullable(count) }),
    ),
    waits: z
      .array(
        z.strictObject({
          kind: z.enum(['lock', 'disk', 'internal', 'other']),
          event: text,
          sessions: amount,
        }),
      )
      .max(10),
  }),
);

const container = named(
  'ContainerReading',
  z.strictObject({
    name: text,
    service: nullable(text),
    image: text,
    cores: amount,
    cpuLimit: nullable(amount),
    throttledPeriods: nullable(amount),
    memory: nullable(amount),
    memoryLimit: nullable(amount),
    io: traffic,
    network: nullable(z.strictObject({ received: amount, sent: amount })),
  }),
);

const second = named(
  'ResourceSecond',
  z.strictObject({
    second: count,
    service: nullable(amount),
    generator: nullable(amount),
    others: nullable(amount),
    memory: nullable(amount),
    read: nullable(amount),
    written: nullable(amount),
  }),
);

const unread = named(
  'Unread',
  z.strictObject({
    name: nullable(text),
    probe: z.enum(['service', 'cgroup', 'runtime', 'database', 'container']),
    part: z.enum([
      'all',
      'lost',
      'statements',
      'activity',
      'cache',
      'connections',
      'commands',
      'io',
      'memory',
    ]),
    reason: text,
    remedy: nullable(text),
    said: nullable(saidUnread).default(null),
  }),
);

const sampled = nullable(named('SampledUse', z.strictObject({ mean: amount, most: amount, samples: count })));

const machine = named(
  'FarMachineReading',
  z.strictObject({
    cores: count,
    busyCores: amount,
    steal: nullable(amount),
    cpuPressure: nullable(amount),
    ioPressure: nullable(amount),
    memoryPressure: nullable(amount),
    disk: nullable(z.strictObject({ name: text, busy: amount, read: amount, written: amount })),
    retransmits: nullable(amount),
    memory: nullable(z.strictObject({ total: amount, leastAvailable: amount })),
  }),
);

const elsewhere = named('ElsewhereReading', z.strictObject({ host: text, machine: nullable(machine) }));

/** As `Resources` of the domain, field by field. */
export const resources = named(
  'Resources',
  z.strictObject({
    watched: amount,
    service: nullable(service),
    cgroup: nullable(cgroup),
    runtimes: z.array(runtime).max(50),
    databases: z.array(database).max(50),
    containers: z.array(container).max(200),
    curve: z.array(second).max(100_000),
    unread: z.array(unread).max(200),
    monitoring: named(
      'MonitoringReading',
      z.strictObject({
        source: z.literal('prometheus'),
        cpu: sampled,
        memory: sampled,
        gap: nullable(text),
        said: nullable(phrase).default(null),
      }),
    ).exactOptional(),
    elsewhere: elsewhere.exactOptional(),
  }),
);
