/** English: what follows from the engine that sent the load. */
import type { FindingWords } from './words.ts';

/** Sentences on engines. */
export const engines: Pick<FindingWords, 'own-engine' | 'locust'> = {
  'own-engine': ({ scenario, why }, n) =>
    why === 'closing-connections'
      ? `The service closes its connections${n.inScenario(scenario)}. autocannon goes on using them where other clients open new ones, so it cannot measure such a service. The engine of our own on undici measured instead.`
      : `The service sends answers that are not whole ones, such as early hints${n.inScenario(scenario)}. autocannon takes them for whole and pairs the next ones with the wrong requests. The engine of our own on undici measured instead.`,
  locust: ({ scenario, version, rounded }, n) =>
    `Locust ${n.name(version)} sent the load${n.inScenario(scenario)}, and the locustfile decided what users do, how long they pause and what is a failure. ${rounded ? ROUNDED : EXACT} A redirect that is followed is one request, and so is one that the client repeats on a new connection.`,
};

const EXACT =
  'Every response time was recorded to the microsecond, as Locust took it: from before the Python client begins until the answer has been read, so that a busy Locust adds to it.';
const ROUNDED =
  'Its response times are those of its own statistics, since it could not be listened to: whole milliseconds below 100 ms, two digits above, failed requests among them. Smaller differences cannot be seen.';
