/** A k6 that writes without an end, as a script can make it: it is ended and told, in little memory, and never a measurement. The stand-in writes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runLoad } from '../../../src/engines/run-load.ts';
import { GIANT } from '../../fixtures/giant.ts';
import { openTestWorld } from '../../services/worlds.ts';
import { GENERATOR, jobOf } from '../engines/measure.ts';
import { openWireServer } from '../engines/wire-server.ts';
import { failureOf } from '../locust/rig.ts';
import { k6Load } from './rig.ts';

/** Of the generator's values: were what is written held, this would be full. */
const HEAP_MB = 48;
/** For as many bytes as 1 GiB, on a machine that others use. */
const DEADLINE_MS = 600_000;

const SCRIPT =
  "import http from 'k6/http';\nexport default function () {\n  http.get(`${__ENV.BASE_URL}/`);\n  sleep(0.05);\n}\n";

it.each([
  [
    'of points that nobody counted',
    'points',
    /its summary counts \d+ requests, and \d+ were written|did not end when it was asked/,
  ],
  ['of a line without an end', 'line', /its output:\d+: a line is longer than 4 MiB/],
])(
  'S29: a giant output %s is no measurement',
  async (_, what, why) => {
    await using server = await openWireServer(({ answer }) => answer());
    const folder = mkdtempSync(join(tmpdir(), 'loadgate-k6-giant-'));
    try {
      const script = join(folder, 'script.js');
      writeFileSync(script, SCRIPT);
      using world = openTestWorld();
      const load = k6Load(script, { fault: `flood:${what}:${GIANT}` });
      const [node, ...args] = GENERATOR;
      const generator = [node, `--max-old-space-size=${HEAP_MB}`, ...args] as const;
      const running = runLoad(jobOf(server.url, load), { ...world, generator }, () => undefined);
      const failure = await failureOf(running);
      // One that has not written all of it by the time it should have ended is not waited for.
      expect(['k6-untrue', 'k6-silent']).toContain(failure.code);
      expect(failure).toMatchObject({ message: expect.stringMatching(why) as string });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  DEADLINE_MS,
);
