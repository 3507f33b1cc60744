/** A load by k6 as its operator for Kubernetes takes it: a ConfigMap with the script, and a TestRun. https://github.com/grafana/k6-operator */
import { stringify } from 'yaml';
import { z } from 'zod';
import type { K6Plan } from '../domain/engine-plan.ts';
import { Failure } from '../domain/failure.ts';
import { type Millis, toSeconds } from '../domain/units.ts';

/** What the manifest is made of. */
export interface ManifestOf {
  readonly plan: K6Plan;
  /** Content of the script. */
  readonly text: string;
  /** Name of the resources. */
  readonly name: string;
  readonly namespace: string | null;
  /** Runners that share users and rates among them. */
  readonly parallelism: number;
  readonly users: number;
  /** Warm-up and measured time. */
  readonly duration: Millis;
  /** URL of the service, as pods reach it. */
  readonly url: string;
  /** Image of the runners; null: the operator's own. */
  readonly image: string | null;
  /** Each runner on a node of its own. */
  readonly separate: boolean;
}

/** Kubernetes keeps no larger ConfigMap. */
const SCRIPT_BYTES_MAX = 1_000_000;

const dnsName = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$/);
const metadata = z.strictObject({ name: dnsName, namespace: z.exactOptional(dnsName) });
const variable = z.strictObject({ name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), value: z.string() });

/** The fields of a TestRun that are written here, as the operator's resource definition has them (k6.io/v1alpha1). */
const TEST_RUN = z.strictObject({
  apiVersion: z.literal('k6.io/v1alpha1'),
  kind: z.literal('TestRun'),
  metadata,
  spec: z.strictObject({
    parallelism: z.int32().min(1),
    script: z.strictObject({
      configMap: z.strictObject({ name: dnsName, file: z.string().regex(/^[-._a-zA-Z0-9]{1,253}$/) }),
    }),
    arguments: z.string(),
    separate: z.boolean(),
    cleanup: z.exactOptional(z.literal('post')),
    runner: z.strictObject({
      image: z.exactOptional(z.string().min(1)),
      env: z.array(variable),
    }),
  }),
});

const CONFIG_MAP = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('ConfigMap'),
  metadata,
  data: z.record(z.string().regex(/^[-._a-zA-Z0-9]{1,253}$/), z.string()),
});

/**
 * The manifest as YAML, of two documents.
 * @throws Failure code `k6-manifest` for what no TestRun can say
 */
export function manifestOf(given: ManifestOf): string {
  const { plan, text, name, namespace, parallelism, image, separate } = given;
  if (Buffer.byteLength(text) > SCRIPT_BYTES_MAX)
    throw refused(`the script has more than ${SCRIPT_BYTES_MAX} bytes, which no ConfigMap holds`);
  const file = plan.script.slice(plan.script.lastIndexOf('/') + 1);
  const about = { name, ...(namespace !== null && { namespace }) };
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: about, data: { [file]: text } };
  const testRun = {
    apiVersion: 'k6.io/v1alpha1',
    kind: 'TestRun',
    metadata: about,
    spec: {
      parallelism,
      script: { configMap: { name, file } },
      arguments: argumentsOf(given),
      separate,
      runner: { ...(image !== null && { image }), env: environmentOf(given) },
    },
  };
  const documents = [checked(CONFIG_MAP, configMap), checked(TEST_RUN, testRun)];
  return documents.map((each) => stringify(each, { lineWidth: 0 })).join('---\n');
}

/** The operator splits the text at spaces, as a shell without quotes would. */
function argumentsOf({ plan, users, duration }: ManifestOf): string {
  const shape =
    plan.shape === 'scenario' ? [`--vus=${users}`, `--duration=${Math.ceil(toSeconds(duration))}s`] : [];
  const tags = Object.entries(plan.tags).map(([tag, value]) => `--tag=${tag}=${value}`);
  const spaced = tags.find((each) => /[\s"'\\]/.test(each));
  if (spaced !== undefined) throw refused(`the operator has no place for spaces or quotes: ${spaced}`);
  return [...shape, ...tags].join(' ');
}

const environmentOf = ({ plan, url }: ManifestOf): readonly z.infer<typeof variable>[] =>
  Object.entries({ BASE_URL: url, ...plan.env }).map(([name, value]) => ({ name, value }));

function checked<Shape>(shape: z.ZodType<Shape>, value: unknown): Shape {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refused(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

const refused = (why: string): Failure =>
  new Failure({
    kind: 'usage',
    code: 'k6-manifest',
    message: `No manifest of k6's operator can say this: ${why}.`,
    advice: 'Nothing was written. docs/k6.md says what a manifest holds.',
  });
