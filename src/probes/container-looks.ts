/** Looks at containers: which ones run, how they were set up, and what they have used since their start. */
import { unwatched } from '../domain/resources.ts';
import { phrase } from '../domain/phrase.ts';
import type { ContainersPlan } from '../domain/plan.ts';
import type { Unread } from '../domain/resources.ts';
import type { ContainerEngine, EngineAnswer, EngineSilence } from '../platform/container-engine.ts';
import type { World } from '../platform/world.ts';
import type { ContainerLook, SeenContainer } from './container-account.ts';
import {
  type ContainerCounters,
  type ContainerSetup,
  type ListedContainer,
  type Read,
  readCounters,
  readList,
  readSetup,
} from './container-answers.ts';
import { readThrottling, throttlingFiles } from './container-cgroup.ts';

/** Looks at the containers of one build again and again. */
export interface ContainerWatcher {
  /** Null when the engine cannot be asked (any more). Never throws. */
  look(): Promise<ContainerLook | null>;
  /** What could not be asked so far, each once. */
  unread(): readonly Unread[];
}

/** What is asked once of each container. */
interface Known {
  readonly setup: ContainerSetup;
  readonly throttlingFiles: readonly string[];
}

/** Containers of one build that are watched. */
export const CONTAINERS_MAX = 200;
/** Containers that are asked at once. */
const AT_ONCE = 8;
/** A whole look takes no longer than this, however many there are. */
const LOOK_MS = 5_000;

/** The key of what is told of all of them, whom the engine goes on to answer about. */
const NO_NAME = '';

type Surroundings = Pick<World, 'now' | 'signal'>;

/** Opens a watcher. An engine or a container that once gave no answer is not asked again by it. */
export function openContainerWatcher(
  engine: ContainerEngine,
  selection: ContainersPlan,
  { now, signal }: Surroundings,
): ContainerWatcher {
  const known = new Map<string, Known>();
  const names = new Set<string>();
  const troubles = new Map<string | null, Unread>();
  const dropped = new Set<string>();
  let looks = 0;

  const look = async (): Promise<ContainerLook | null> => {
    if (troubles.has(null)) return null;
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]);
    const listed = valueOf(await engine.ask('/containers/json', bounded), readList);
    if (listed === null || 'kind' in listed) {
      troubles.set(null, troubleWith(null, looks > 0, listed ?? NO_LIST));
      return null;
    }
    looks += 1;
    const chosen = listed
      .filter((each) => selects(selection, each) && !dropped.has(each.id))
      .toSorted((left, right) => (left.name < right.name ? -1 : 1));
    if (chosen.length > CONTAINERS_MAX) troubles.set(NO_NAME, tooMany(chosen.length));
    const seen = await inTurn(chosen.slice(0, CONTAINERS_MAX), (each) => lookAt(each, bounded));
    return {
      at: now(),
      seen: new Map(seen.flatMap((each) => (each === null ? [] : [[each.listed.id, each]]))),
    };
  };

  const lookAt = async (listed: ListedContainer, bounded: AbortSignal): Promise<SeenContainer | null> => {
    const setup = known.get(listed.id) ?? (await setUp(listed, bounded));
    if (setup === null) return null;
    const path = `/containers/${listed.id}/stats?stream=false&one-shot=true`;
    const counters = valueOf(await engine.ask(path, bounded), readCounters);
    if (counters === null || counters === 'stopped') return null;
    if ('kind' in counters) return drop(listed, counters);
    names.add(listed.name);
    return { listed, setup: setup.setup, counters: withThrottling(counters, setup) };
  };

  const setUp = async (listed: ListedContainer, bounded: AbortSignal): Promise<Known | null> => {
    const { id } = listed;
    const setup = valueOf(await engine.ask(`/containers/${id}/json`, bounded), readSetup);
    if (setup === null) return null;
    if ('kind' in setup) return drop(listed, setup);
    const found = { setup, throttlingFiles: setup.pid === null ? [] : throttlingFiles(setup.pid, id) };
    known.set(id, found);
    return found;
  };

  const drop = ({ id, name }: ListedContainer, why: EngineSilence): null => {
    dropped.add(id);
    troubles.set(name, troubleWith(name, names.has(name), why));
    return null;
  };

  return {
    look,
    unread: () => [...troubles.values(), ...(looks === 0 ? [] : absent(selection, names, troubles))],
  };
}

const NO_LIST: EngineSilence = {
  kind: 'silence',
  ...unwatched(phrase('engine-no-list'), null),
};

/** The value; null when there is no such thing; else why there is none. */
function valueOf<Value>(
  answer: EngineAnswer,
  read: (value: unknown) => Read<Value>,
): Value | EngineSilence | null {
  if (answer.kind === 'missing') return null;
  if (answer.kind === 'silence') return answer;
  return read(answer.value) ?? NONSENSE;
}

const NONSENSE: EngineSilence = {
  kind: 'silence',
  ...unwatched(phrase('engine-other-shape'), null),
};

const selects = (selection: ContainersPlan, { name, project }: ListedContainer): boolean =>
  selection.kind === 'project' ? project === selection.project : selection.names.includes(name);

/** Podman's zeros are no count. */
function withThrottling(counters: ContainerCounters, known: Known): ContainerCounters {
  if (counters.periods !== null && counters.periods[0] > 0) return counters;
  return { ...counters, periods: readThrottling(known.throttlingFiles) ?? counters.periods };
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const waiting = items.values();
  const results: Result[] = [];
  const lane = async (): Promise<void> => {
    for (const item of waiting) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return results;
}

function troubleWith(name: string | null, begun: boolean, { reason, remedy, said }: EngineSilence): Unread {
  return { name, probe: 'container', part: begun ? 'lost' : 'all', reason, remedy, said };
}

function tooMany(count: number): Unread {
  return {
    name: null,
    probe: 'container',
    part: 'lost',
    ...unwatched(
      phrase('containers-too-many', { count, max: CONTAINERS_MAX }),
      phrase('containers-too-many-remedy'),
    ),
  };
}

/** Containers that were looked for and never found. */
function absent(
  selection: ContainersPlan,
  found: ReadonlySet<string>,
  troubles: ReadonlyMap<string | null, Unread>,
): readonly Unread[] {
  if (selection.kind === 'project') {
    if (found.size > 0 || troubles.size > 0) return [];
    return [
      {
        name: null,
        probe: 'container',
        part: 'all',
        ...unwatched(
          phrase('project-without-containers', { project: selection.project }),
          phrase('project-remedy'),
        ),
      },
    ];
  }
  return selection.names
    .filter((name) => !found.has(name) && !troubles.has(name))
    .map((name) => ({
      name,
      probe: 'container',
      part: 'all',
      ...unwatched(phrase('container-not-running'), phrase('container-remedy')),
    }));
}
