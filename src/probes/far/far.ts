/** The machine of a target, watched over SSH: `/proc` is read there by a script, and judged to be what it is here, by the same code as this machine's own. */
import { randomUUID } from 'node:crypto';
import { type Phrase, type PhraseName, phrase } from '../../domain/phrase.ts';
import type { ServicePlan, SshWatchPlan } from '../../domain/plan.ts';
import {
  type ElsewhereReading,
  type ResourceSecond,
  type ServiceReading,
  type Unread,
  unwatched,
} from '../../domain/resources.ts';
import { type Millis, millis } from '../../domain/units.ts';
import { ruleOn } from '../../platform/address-policy.ts';
import { addressesOf } from '../../platform/contact.ts';
import {
  type FarShell,
  FarTrouble,
  fileOfUser,
  openFarShell,
  sshCommand,
  type SshPlace,
} from '../../platform/far-shell.ts';
import type { World } from '../../platform/world.ts';
import { openCurve } from '../curve.ts';
import { WHY_NOT_ASKED } from '../monitoring.ts';
import type { Part } from '../part.ts';
import { openServiceTree } from '../service-tree.ts';
import { openTreeLooks } from '../tree-looks.ts';
import { openMemoryLooks } from '../memory-looks.ts';
import { openFarLooks } from './looks.ts';
import { openFarMachine } from './machine.ts';
import { farScript } from './script.ts';

/** What was read there. */
export interface FarReading {
  readonly service: ServiceReading | null;
  readonly elsewhere: ElsewhereReading;
  /** Of the service alone. */
  readonly curve: readonly ResourceSecond[];
  /** What is missing. */
  readonly unread: readonly Unread[];
}

/** What lasts for a whole run: one connection. */
export interface Far extends AsyncDisposable {
  watch(): Part<FarReading | null>;
}

/** How long is waited. */
export interface FarPatience {
  /** From the start of `ssh` to the script's first word; `ssh` itself gives up after 10 s. */
  readonly hello: Millis;
  readonly answer: Millis;
}

const PATIENCE: FarPatience = { hello: millis(20_000), answer: millis(10_000) };

/** How the script is started: another machine's, or a stand-in for it. */
export type StartScript = (place: SshPlace, script: string) => ReturnType<typeof sshCommand>;

/** Opens the connection. Its address is resolved once and held to the list of the target's, before anything is sent. Never throws: what cannot be read is told in the reading. */
export async function openFar(
  service: ServicePlan,
  world: World,
  { resolve: addresses = addressesOf, start = sshCommand, patience = PATIENCE }: FarOptions = {},
): Promise<Far> {
  const plan = service.kind === 'deployed' ? service.ssh : undefined;
  if (service.kind !== 'deployed' || plan === undefined) return NO_FAR;
  const found = await addresses(plan.host).catch(() => []);
  const ruling = ruleOn(plan.host, found, service.allowed);
  const [address] = found;
  if (address === undefined || ruling.kind !== 'allowed') {
    const why = phrase('monitoring-not-asked', {
      host: plan.host,
      why: phrase(WHY_NOT_ASKED[ruling.kind]),
    });
    return { watch: () => silence(plan, why), [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const mark = `== ${randomUUID()}`;
  const pidFile = plan.of.kind === 'pid-file' ? plan.of.path : null;
  const command = start(placeOf(plan, address, world), farScript({ mark, pidFile }));
  const shell = await opened(patience.hello, command, { host: plan.host, mark }, world);
  return {
    watch: () => ('ask' in shell ? watchFar(plan, shell, patience) : silence(plan, shell)),
    async [Symbol.asyncDispose]() {
      if ('ask' in shell) await shell[Symbol.asyncDispose]();
    },
  };
}

/** What a test puts in the place of the outside world. */
export interface FarOptions {
  readonly resolve?: typeof addressesOf;
  readonly start?: StartScript;
  readonly patience?: FarPatience;
}

const NO_FAR: Far = {
  watch: () => ({ begin: () => Promise.resolve(), end: () => Promise.resolve(), read: () => null }),
  [Symbol.asyncDispose]: () => Promise.resolve(),
};

/** Waits for the script's first word. */
async function opened(within: Millis, ...args: Parameters<typeof openFarShell>): Promise<FarShell | Phrase> {
  let shell: FarShell | null = null;
  try {
    shell = await openFarShell(...args);
    await shell.ask(null, within);
    return shell;
  } catch (error) {
    await shell?.[Symbol.asyncDispose]();
    return whyOf(error);
  }
}

/** Why there is nothing to read. */
const whyOf = (error: unknown): Phrase =>
  error instanceof FarTrouble
    ? error.why
    : phrase('foreign', { text: error instanceof Error ? error.message : String(error) });

function placeOf(plan: SshWatchPlan, address: string, { workspace }: World): SshPlace {
  const { host, port, user, identity, knownHosts } = plan;
  return {
    host,
    address,
    port,
    user,
    identity: identity && fileOfUser(identity, workspace),
    knownHosts: knownHosts && fileOfUser(knownHosts, workspace),
  };
}

/** What was missing from the beginning, or only at the end. */
function unreadOf(why: Phrase | null, service: ServiceReading | null): readonly Unread[] {
  if (why === null) return [];
  const remedy = REACHED.has(why.phrase) ? phrase('far-remedy') : null;
  return [
    { name: null, probe: 'service', part: service === null ? 'all' : 'lost', ...unwatched(why, remedy) },
  ];
}

/** Troubles on the way there. */
const REACHED: ReadonlySet<string> = new Set<PhraseName>(['far-ended', 'far-silent', 'monitoring-not-asked']);

/** A watch that tells nothing but why. */
function silence(plan: SshWatchPlan, why: Phrase): Part<FarReading> {
  return {
    ...NO_FAR.watch(),
    read: () => ({
      service: null,
      elsewhere: { host: plan.host, machine: null },
      curve: [],
      unread: unreadOf(why, null),
    }),
  };
}

/** The probes of this machine's own services look at what was told; they strike when something was. */
function watchFar(plan: SshWatchPlan, shell: FarShell, { answer }: FarPatience): Part<FarReading> {
  const machine = openFarMachine();
  const looks = openFarLooks(
    plan,
    (line) => shell.ask(line, answer),
    (sample) => machine.look(sample),
  );
  const memory = openMemoryLooks(looks.sources);
  const tree = openTreeLooks({ pids: looks.pids }, looks.sources, memory);
  const parts = [
    openServiceTree(tree, looks.sources, memory),
    openCurve(tree, { generatorPids: () => [] }, looks.sources),
  ] as const;
  return {
    async begin() {
      const sample = await looks.begin();
      if (sample === null) return;
      machine.begin(sample);
      await Promise.all(parts.map((part) => part.begin()));
    },
    async end() {
      const sample = await looks.end();
      if (sample !== null) machine.end(sample);
      await Promise.all(parts.map((part) => part.end()));
    },
    read() {
      const { host } = plan;
      const reading = soundly(() => {
        const [service, curve] = [parts[0].read(), parts[1].read()];
        return { service, elsewhere: { host, machine: machine.read() }, curve };
      });
      if (reading === null) return silence(plan, phrase('far-odd', { host })).read();
      return { ...reading, unread: unreadOf(looks.gap(), reading.service) };
    },
  };
}

/** Null where what was told comes to numbers that no machine has. */
function soundly<Reading>(read: () => Reading): Reading | null {
  try {
    const reading = read();
    return isSound(reading) ? reading : null;
  } catch {
    return null;
  }
}

/** More than any counter comes to in a run that could be believed: bytes, nanoseconds. */
const MOST = 1e18;

/** True where every number of it could be one of a machine. */
function isSound(value: unknown): boolean {
  if (typeof value === 'number') return value >= 0 && value <= MOST;
  return typeof value !== 'object' || value === null || Object.values(value).every(isSound);
}
