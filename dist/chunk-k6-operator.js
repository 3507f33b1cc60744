import.meta.dirname;
import.meta.filename;
import { n as Failure, t as EXIT } from "./chunk-failure.js";
import { l as toSeconds, r as millis } from "./chunk-units.js";
import { _ as string, c as exactOptional, f as literal, g as strictObject, h as record, i as array, o as boolean, u as int32 } from "./chunk-schemas.js";
import { n as readPlan } from "./chunk-gate.js";
import { a as writeAtomically } from "./chunk-files.js";
import { r as readWorkspaceFile } from "./chunk-workspace.js";
import { r as require_dist } from "./chunk-yaml-text.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { t as inWorld } from "./chunk-program.js";
import { resolve } from "node:path";
// src/commands/k6-manifest.ts
var import_dist = require_dist();
/** Kubernetes keeps no larger ConfigMap. */
const SCRIPT_BYTES_MAX$1 = 1e6;
const dnsName = string().regex(/^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$/);
const metadata = strictObject({
	name: dnsName,
	namespace: exactOptional(dnsName)
});
const variable = strictObject({
	name: string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
	value: string()
});
/** The fields of a TestRun that are written here, as the operator's resource definition has them (k6.io/v1alpha1). */
const TEST_RUN = strictObject({
	apiVersion: literal("k6.io/v1alpha1"),
	kind: literal("TestRun"),
	metadata,
	spec: strictObject({
		parallelism: int32().min(1),
		script: strictObject({ configMap: strictObject({
			name: dnsName,
			file: string().regex(/^[-._a-zA-Z0-9]{1,253}$/)
		}) }),
		arguments: string(),
		separate: boolean(),
		cleanup: exactOptional(literal("post")),
		runner: strictObject({
			image: exactOptional(string().min(1)),
			env: array(variable)
		})
	})
});
const CONFIG_MAP = strictObject({
	apiVersion: literal("v1"),
	kind: literal("ConfigMap"),
	metadata,
	data: record(string().regex(/^[-._a-zA-Z0-9]{1,253}$/), string())
});
/**
* The manifest as YAML, of two documents.
* @throws Failure code `k6-manifest` for what no TestRun can say
*/
function manifestOf(given) {
	const { plan, text, name, namespace, parallelism, image, separate } = given;
	if (Buffer.byteLength(text) > SCRIPT_BYTES_MAX$1) throw refused(`the script has more than ${SCRIPT_BYTES_MAX$1} bytes, which no ConfigMap holds`);
	const file = plan.script.slice(plan.script.lastIndexOf("/") + 1);
	const about = {
		name,
		...namespace !== null && { namespace }
	};
	const configMap = {
		apiVersion: "v1",
		kind: "ConfigMap",
		metadata: about,
		data: { [file]: text }
	};
	const testRun = {
		apiVersion: "k6.io/v1alpha1",
		kind: "TestRun",
		metadata: about,
		spec: {
			parallelism,
			script: { configMap: {
				name,
				file
			} },
			arguments: argumentsOf(given),
			separate,
			runner: {
				...image !== null && { image },
				env: environmentOf(given)
			}
		}
	};
	return [checked(CONFIG_MAP, configMap), checked(TEST_RUN, testRun)].map((each) => (0, import_dist.stringify)(each, { lineWidth: 0 })).join("---\n");
}
/** The operator splits the text at spaces, as a shell without quotes would. */
function argumentsOf({ plan, users, duration }) {
	const shape = plan.shape === "scenario" ? [`--vus=${users}`, `--duration=${Math.ceil(toSeconds(duration))}s`] : [];
	const tags = Object.entries(plan.tags).map(([tag, value]) => `--tag=${tag}=${value}`);
	const spaced = tags.find((each) => /[\s"'\\]/.test(each));
	if (spaced !== void 0) throw refused(`the operator has no place for spaces or quotes: ${spaced}`);
	return [...shape, ...tags].join(" ");
}
const environmentOf = ({ plan, url }) => Object.entries({
	BASE_URL: url,
	...plan.env
}).map(([name, value]) => ({
	name,
	value
}));
function checked(shape, value) {
	const parsed = shape.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw refused(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}
const refused = (why) => new Failure({
	kind: "usage",
	code: "k6-manifest",
	message: `No manifest of k6's operator can say this: ${why}.`,
	advice: "Nothing was written. docs/k6.md says what a manifest holds."
});
// src/commands/k6-operator.ts
/** `loadgate k6-operator`: writes a scenario of k6 as a manifest for its operator on Kubernetes. */
const SCRIPT_BYTES_MAX = 8 * 2 ** 20;
/** Writes the manifest; sends nothing. */
function operatorCommand(options, program) {
	return inWorld(program, options, async (world) => {
		const parallelism = /^\d{1,4}$/.test(options.parallelism) ? Number(options.parallelism) : 0;
		if (parallelism < 1) throw usage("`--parallelism` is a whole number from 1 to 9999.");
		const occasion = await localOccasion(world, options.base);
		const configPath = options.config ?? null;
		const { load, name } = scenarioOf((await readPlan({
			occasion,
			configPath,
			inputs: options.inputs,
			sendsNothing: true
		}, world)).scenarios, options.scenario);
		if (load.k6 === void 0) throw usage(`The scenario ${JSON.stringify(name)} is not one of k6.`);
		const read = await readWorkspaceFile(world.workspace, load.k6.script, SCRIPT_BYTES_MAX);
		if (read.kind !== "read") throw usage(`${load.k6.script} cannot be read.`);
		const text = manifestOf({
			plan: load.k6,
			text: read.text,
			name: options.name,
			namespace: options.namespace,
			parallelism,
			users: "users" in load.executor ? load.executor.users : 1,
			duration: millis(load.warmUp + load.executor.duration),
			url: options.targetUrl,
			image: options.image,
			separate: options.separate
		});
		if (options.output === null) program.stdout.write(text);
		else {
			await writeAtomically(resolve(program.cwd, options.output), text);
			world.log.info(`Wrote ${options.output}. Apply it with: kubectl apply -f ${options.output}`);
		}
		return EXIT.pass;
	});
}
function scenarioOf(all, name) {
	const known = all.filter(({ load }) => load.k6 !== void 0);
	const [only] = name === null ? known : all.filter((each) => each.name === name);
	if (only === void 0 || name === null && known.length > 1) throw usage(`Name one scenario with \`engine: k6\`: --scenario NAME (here: ${known.map((each) => each.name).join(", ") || "none"}).`);
	return only;
}
const usage = (message) => new Failure({
	kind: "usage",
	code: "k6-operator",
	message,
	advice: "Nothing was written. docs/k6.md has an example."
});
export { operatorCommand };
