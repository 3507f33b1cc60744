import.meta.dirname;
import.meta.filename;
import { n as Failure, t as EXIT } from "./chunk-failure.js";
import { a as writeAtomically, i as readTextFile } from "./chunk-files2.js";
import { t as inWorld } from "./chunk-program.js";
import { join } from "node:path";
// src/commands/init.ts
/** `loadgate init`: writes a commented config to start from. */
const PATH = ".github/loadgate.yml";
/** Valid as it stands: `test/unit/commands` checks it against the schema. */
const STARTER_CONFIG = `# yaml-language-server: $schema=https://raw.githubusercontent.com/loadgate/loadgate/v1/schema/loadgate.schema.json
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
function initCommand(options, program) {
	return inWorld(program, options, async (world) => {
		const path = join(program.cwd, PATH);
		if (await readTextFile(path, 1e6).catch(() => null) !== null) throw new Failure({
			kind: "usage",
			code: "config-exists",
			message: `${PATH} exists already.`,
			advice: "Edit it, or move it away first; nothing was changed."
		});
		await writeAtomically(path, STARTER_CONFIG);
		world.log.info(`Wrote ${PATH}. Set \`start\` and \`requests\`, then run: npx loadgate run`);
		return EXIT.pass;
	});
}
export { initCommand };
