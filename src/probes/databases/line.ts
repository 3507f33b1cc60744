/** The connection to one database for a whole run: questions go over it one after the other, and it fails once. */
import type { DatabaseServer, Gap } from './server.ts';

/** One database. */
export interface Line extends AsyncDisposable {
  /** Its key in the configuration. */
  readonly name: string;
  /** Null when it could not be connected to. */
  readonly server: DatabaseServer | null;
  /** Why it cannot be asked, or can no longer. */
  fault(): Gap | null;
  /** Asks after everything that was asked before. Null when it cannot be asked. */
  ask<Answer>(question: (server: DatabaseServer) => Promise<Answer>): Promise<Answer | null>;
}

/** A line over which a server answers. `lostBecause`: what an error of the connection means. */
export function openLine(name: string, server: DatabaseServer, lostBecause: (error: unknown) => Gap): Line {
  let fault: Gap | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const askNow = async <Answer>(question: (server: DatabaseServer) => Promise<Answer>) => {
    if (fault !== null) return null;
    try {
      return await question(server);
    } catch (error) {
      fault ??= lostBecause(error);
      await server.close();
      return null;
    }
  };
  return {
    name,
    server,
    fault: () => fault,
    ask(question) {
      const answer = last.then(() => askNow(question));
      last = answer;
      return answer;
    },
    async [Symbol.asyncDispose]() {
      await last;
      if (fault === null) await server.close();
    },
  };
}

/** A line that nobody answers on. */
export function deadLine(name: string, fault: Gap): Line {
  return {
    name,
    server: null,
    fault: () => fault,
    ask: () => Promise.resolve(null),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
