/** Containers that the service runs in or uses, through the engine's own API: looks before and after each stretch of load, none while it is on. */
import { unwatched } from '../domain/resources.ts';
import { phrase } from '../domain/phrase.ts';
import type { ContainersPlan } from '../domain/plan.ts';
import type { ContainerReading, Unread } from '../domain/resources.ts';
import { type ContainerEngine, findContainerEngine } from '../platform/container-engine.ts';
import type { World } from '../platform/world.ts';
import { type ContainerLook, openContainerAccount } from './container-account.ts';
import { CONTAINERS_MAX, openContainerWatcher } from './container-looks.ts';
import type { Part, Watched, WatchPlan } from './part.ts';

/** What they came to, and what could not be asked. */
export interface ContainersReading {
  readonly containers: readonly ContainerReading[];
  readonly unread: readonly Unread[];
}

/** What lasts for the whole run: builds are watched through it one after the other. */
export interface Containers extends AsyncDisposable {
  /** Opens a watch for one build. */
  watch(watched: Pick<Watched, 'url'>): Part<ContainersReading>;
}

/** Most that is told to be unread: one engine that goes away would else fill the record. */
const UNREAD_MAX = 20;

/** Connects. Never throws: what cannot be reached is told in every reading. */
export async function openContainers(plan: WatchPlan, world: World): Promise<Containers> {
  const selection = plan.containers;
  if (selection === null) return watchingNone([]);
  const engine = await findContainerEngine(world.env);
  if (engine.kind === 'silence') {
    const { reason, remedy, said } = engine;
    return watchingNone([{ name: null, probe: 'container', part: 'all', reason, remedy, said }]);
  }
  return {
    watch: ({ url }) => watchContainers(engine, withPort(selection, new URL(url).port), world),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

function watchingNone(reasons: readonly Unread[]): Containers {
  return {
    watch: () => ({
      begin: () => Promise.resolve(),
      end: () => Promise.resolve(),
      read: () => ({ containers: [], unread: reasons }),
    }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function withPort(selection: ContainersPlan, port: string): ContainersPlan {
  const filled = (text: string): string => text.replaceAll('{port}', port);
  return selection.kind === 'project'
    ? { ...selection, project: filled(selection.project) }
    : { ...selection, names: selection.names.map(filled) };
}

function watchContainers(
  engine: ContainerEngine,
  selection: ContainersPlan,
  world: World,
): Part<ContainersReading> {
  const watcher = openContainerWatcher(engine, selection, world);
  const account = openContainerAccount();
  let before: ContainerLook | null = null;
  return {
    async begin() {
      before = await watcher.look();
    },
    async end() {
      const first = before;
      before = null;
      const last = first === null ? null : await watcher.look();
      if (first !== null && last !== null) account.add(first, last);
    },
    read: () => ({
      containers: account.read().slice(0, CONTAINERS_MAX),
      unread: onceEach([...watcher.unread(), ...account.lost().map(ended)]).slice(0, UNREAD_MAX),
    }),
  };
}

const ended = (name: string): Unread => ({
  name,
  probe: 'container',
  part: 'lost',
  ...unwatched(phrase('container-ended'), null),
});

/** The first that is said of each name. */
function onceEach(all: readonly Unread[]): readonly Unread[] {
  return all.filter(
    ({ name }, index) => name === null || all.findIndex((each) => each.name === name) === index,
  );
}
