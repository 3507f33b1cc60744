/** `loadgate init`: writes a commented config to start from. */
import { join } from 'node:path';
import { EXIT, Failure } from '../domain/failure.ts';
import { readTextFile, writeAtomically } from '../platform/files.ts';
import { type CommonOptions, inWorld, type Program } from './program.ts';

const PATH = '.github/loadgate.yml';

/** Valid as it stands: `test/unit/commands` checks it against the schema. */
export const STARTER_CONFIG = `# yaml-language-server: $schema=https://raw.githubusercontent.com/loadgate/loadgate/v1/schema/loadgate.schema.json
# Loadgate: what is booted, what load is put on it, and how much worse it may get.
suite: default

service:
  # build: npm ci
  start: node server.js --port {port} # a free port, also given as PORT
  ready: /health # answered below 500 twice in a row: ready
  ready-timeout: 30s

scenarios:
  main:
    users: 10 # each waits for its answer before it sends again
    warm-up: 3s
    duration: 20s
    requests:
      - GET /
    # - name: order
    #   method: POST
    #   path: /orders
    #   json: { book: "{{id}}" }
    #   weight: 2
    #   expect: [201]
    # variables:
    #   id: { random: [1, 500] }
    limits:
      p95: { max-increase: 10% } # against the baseline; add max: 200ms for an absolute limit
      throughput: { max-decrease: 10% }
      error-rate: { max: 1% }

policy:
  on-inconclusive: pass
  on-no-baseline: pass
`;

/** Writes the starter config; never over an existing one. */
export function initCommand(options: CommonOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    const path = join(program.cwd, PATH);
    const existing = await readTextFile(path, 1_000_000).catch(() => null);
    if (existing !== null) {
      throw new Failure({
        kind: 'usage',
        code: 'config-exists',
        message: `${PATH} exists already.`,
        advice: 'Edit it, or move it away first; nothing was changed.',
      });
    }
    await writeAtomically(path, STARTER_CONFIG);
    world.log.info(`Wrote ${PATH}. Set \`start\` and \`requests\`, then run: npx loadgate run`);
    return EXIT.pass;
  });
}
