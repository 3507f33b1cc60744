/** Watches one database for one build: counters before and after each stretch of load, looks at its sessions meanwhile. */
import { unwatched } from '../../domain/resources.ts';
import { phrase } from '../../domain/phrase.ts';
import type { DatabaseReading, Unread } from '../../domain/resources.ts';
import type { Millis } from '../../domain/units.ts';
import type { Part } from '../part.ts';
import { openAccount } from './account.ts';
import type { Line } from './line.ts';
import { openLooks } from './looks.ts';
import type { Counters, DatabaseServer, Gap } from './server.ts';

/** What one database came to. */
export interface OneReading {
  /** Null when it was never asked. */
  readonly reading: DatabaseReading | null;
  readonly unread: readonly Unread[];
}

/** Milliseconds from look to look: a quarter of a second, and no multiple of a turn, so that looks do not all fall on the same moment of turns. */
const LOOK_EVERY = 230;
/** Milliseconds to the first look: the shortest stretch has one. */
const LOOK_FIRST = 50;

/** Opens a watch. `now`: a monotonic clock. */
export function watchDatabase(line: Line, now: () => Millis): Part<OneReading> {
  const account = openAccount();
  const looks = openLooks();
  const texts = new Map<string, string>();
  const looking = openLooking(now, async () => {
    const activity = await line.ask((server) => server.look());
    if (activity !== null) looks.add(activity);
  });
  let before: Counters | null = null;
  let wasAsked = false;
  let isLost = false;
  return {
    async begin() {
      before = await line.ask((server) => server.count());
      wasAsked ||= before !== null;
      isLost ||= before === null;
      if (before !== null) looking.begin();
    },
    async end() {
      if (before === null) return;
      const from = before;
      before = null;
      looking.end();
      const after = await line.ask((server) => server.count());
      isLost ||= after === null;
      if (after !== null) account.add(from, after);
      const unknown = account.top().filter((id) => !texts.has(id));
      const found = unknown.length === 0 ? null : await line.ask((server) => server.textsOf(unknown));
      for (const [id, text] of found ?? []) texts.set(id, text);
    },
    read() {
      const { server } = line;
      const unread = unreadOf(line, account.doubts(), isLost);
      if (server === null || !wasAsked) return { reading: null, unread };
      const counted = isLost
        ? NOTHING
        : account.read(texts, server.kind === 'mysql' || server.kind === 'mariadb');
      const busy = counted.time === null || looking.time() === 0 ? null : counted.time / looking.time();
      return {
        reading: readingOf(line.name, server, { ...counted, ...looks.read(server.limit, busy) }),
        unread,
      };
    },
  };
}

function readingOf(
  name: string,
  { kind, version }: DatabaseServer,
  rest: Omit<DatabaseReading, 'name' | 'kind' | 'version'>,
): DatabaseReading {
  return { name, kind, version, ...rest };
}

/** What is known of the counters of a server that was lost. */
const NOTHING = openAccount().read(new Map(), false);

/** A timer that looks while load is on, also over stretches that are shorter than its period. */
function openLooking(now: () => Millis, look: () => Promise<void>) {
  let timer: NodeJS.Timeout | null = null;
  let begun: number | null = null;
  let armed = 0;
  let time = 0;
  let left = LOOK_FIRST;
  const arm = (): void => {
    armed = now();
    timer = setTimeout(() => {
      timer = null;
      left = LOOK_EVERY;
      void look().then(() => {
        if (begun !== null) arm();
      });
    }, left).unref();
  };
  return {
    begin() {
      begun = now();
      arm();
    },
    end() {
      if (begun === null) return;
      time += now() - begun;
      begun = null;
      if (timer === null) return;
      clearTimeout(timer);
      timer = null;
      left = Math.max(1, left - (now() - armed));
    },
    /** Milliseconds between begins and ends. */
    time: () => time,
  };
}

const FORGOTTEN: Gap = {
  part: 'statements',
  ...unwatched(phrase('statements-forgotten'), phrase('statements-forgotten-remedy')),
};

const RESET: Gap = {
  part: 'statements',
  ...unwatched(phrase('counters-reset'), phrase('counters-reset-remedy')),
};

function unreadOf(
  line: Line,
  doubts: readonly ('reset' | 'forgotten')[],
  isLost: boolean,
): readonly Unread[] {
  const fault = isLost || line.server === null ? line.fault() : null;
  const own = doubts.map((doubt) => (doubt === 'reset' ? RESET : FORGOTTEN));
  const gaps = [...(line.server?.gaps() ?? []), ...own, ...(fault === null ? [] : [fault])];
  return gaps.map((gap) => ({ name: line.name, probe: 'database', ...gap }));
}
