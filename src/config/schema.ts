/** The schema of the configuration file: every key, its kind, its words, its default. */
import { z } from 'zod';
import { LANGUAGE_CODES } from '../domain/language.ts';
import type { HttpVersion } from '../domain/plan.ts';
import { REPORT_FORMATS } from '../domain/report-format.ts';
import { block, key, named, needed } from './block.ts';
import { containers } from './container-schema.ts';
import { DEFAULTS } from './defaults.ts';
import { shapeKeys } from './executor-schema.ts';
import { duration, flag, innerPath, isWhole, kind, name, oneOf, pattern, text, whole } from './kinds.ts';
import { limits } from './limit-schema.ts';
import { flow, request, statusSet, urlPath, variable, variableName } from './request-schema.ts';

const COMMAND_MAX = 8000;
const command = text('command', { max: COMMAND_MAX, lines: true });
const MINUTE = 60_000;

const port = kind<'free' | number>('port', { type: ['integer', 'string'] }, (value) => {
  if (value === 'free' || (isWhole(value) && value >= 1 && value <= 65_535)) return { value };
  return { must: 'be a port from 1 to 65535, or `free`' };
});

const READY_MUST = 'be a path like /health, or `tcp`';
/** Short forms of readiness. */
const readyWord = kind<string>('path or `tcp`', { type: 'string', pattern: '^(/|tcp$)' }, (value) => {
  if (typeof value !== 'string') return { must: READY_MUST, mismatch: true };
  if (value === 'tcp') return { value };
  return /^\/(?!\/)[!-~]*$/.test(value) ? { value } : { must: READY_MUST };
});

/** Keys of which a readiness has exactly one. */
export const READY_KINDS = ['http', 'tcp', 'log', 'command'] as const;

const truth = kind<true>('true', { const: true }, (value) =>
  value === true ? { value } : { must: 'be true', say: 'or leave it out' },
);

const falsehood = kind<false>('false', { const: false }, (value) =>
  value === false ? { value } : { must: 'be false', say: 'or leave it out: verified is what it is then' },
);

/** Keys of which `service.tls` has exactly one. */
export const TLS_KINDS = ['ca', 'verify'] as const;

const tls = block({
  ca: key(
    innerPath('path'),
    'PEM file with the certificates of which one must vouch for the service, relative to the workspace. Default: the authorities that Node.js knows.',
  ),
  verify: key(falsehood, '`false`: the certificate is not verified, and the report says so.'),
}).meta({ minProperties: 1, maxProperties: 1 });

const httpVersion = kind<HttpVersion>('HTTP version', { enum: [1.1, 2] }, (value) => {
  if (value === 1.1 || value === 2) return { value };
  return { must: 'be 1.1 or 2', say: value === '1.1' || value === '2' ? `say ${value} without quotes` : '' };
});

const readyBlock = block({
  http: key(
    block({
      path: key(urlPath(), 'Path that is asked for.', '/'),
      status: key(statusSet, 'Statuses that mean ready.', DEFAULTS.expect),
      body: key(text('text', { max: 1000 }), 'Text that the body must hold.'),
    }),
    'Ready when an HTTP request is answered so.',
  ),
  tcp: key(truth, 'Ready when the port accepts a connection.'),
  log: key(text('text', { max: 1000 }), 'Ready when a line of the log holds this text.'),
  command: key(command, 'Ready when this shell command exits with 0.'),
}).meta({ minProperties: 1, maxProperties: 1 });

const ENVIRONMENT_PATTERN = '^[A-Za-z_][A-Za-z0-9_]{0,199}$';
const environmentName = pattern('name', ENVIRONMENT_PATTERN, 'be the name of an environment variable');

const SECRET_MUST = 'be the name of an environment variable';
/** The runner's own, its tokens among them: no service is to have them. */
const RUNNERS_OWN = /^(?:ACTIONS|GITHUB|INPUT|LOADGATE|RUNNER)_/i;

/** True for the name of an environment variable that is not the runner's own. */
export function mayBeRead(asked: string): boolean {
  return new RegExp(ENVIRONMENT_PATTERN).test(asked) && !RUNNERS_OWN.test(asked);
}

const secretName = kind<string>('name', { type: 'string', pattern: ENVIRONMENT_PATTERN }, (value) => {
  if (typeof value !== 'string') return { must: SECRET_MUST, mismatch: true };
  if (!new RegExp(ENVIRONMENT_PATTERN).test(value)) return { must: SECRET_MUST };
  return !mayBeRead(value)
    ? { must: 'be no variable of the runner', say: 'put the value into one with a name of its own' }
    : { value };
});

const service = block({
  build: key(command, 'Shell command run once before the first start.'),
  start: key(
    command,
    'Shell command that starts the service in the foreground; `{port}` is replaced. Without it the service must already run at `url`.',
  ),
  'working-directory': key(
    innerPath('path'),
    'Where both commands run, relative to the workspace.',
    DEFAULTS.workingDirectory,
  ),
  env: key(
    named(environmentName, text('text', { max: 32_000, lines: true, empty: true })),
    'Environment variables of the service beside PATH, HOME and the like; `{port}` is replaced.',
  ),
  observe: key(
    oneOf('auto', 'never'),
    '`auto`: Node.js processes of the service tell of their event loop and garbage collection, by a file that NODE_OPTIONS preloads. `never`: nothing is added to them.',
    DEFAULTS.observe,
  ),
  url: key(text('URL', { max: 2000 }), 'Base URL on this machine. Needed without `start`.', DEFAULTS.url),
  tls: key(tls, "What the service's certificate is held to, where `url` begins with https."),
  port: key(
    port,
    'Port the service listens on, given to it as `{port}` and PORT. `free`: a free one is chosen.',
    DEFAULTS.port,
  ),
  ready: key(
    z.union([readyWord, readyBlock], {
      error: `${READY_MUST}, or a mapping with one of ${READY_KINDS.join(', ')}`,
    }),
    'How readiness is noticed. Default: `/` answers with any status below 500.',
  ),
  'build-timeout': key(duration(1000, 120 * MINUTE), 'Time the build may take.', DEFAULTS.buildTimeout),
  'ready-timeout': key(duration(100, 60 * MINUTE), 'Time from start to ready.', DEFAULTS.readyTimeout),
  'stop-timeout': key(duration(100, MINUTE), 'Time from TERM to KILL.', DEFAULTS.stopTimeout),
  'show-log': key(
    oneOf('always', 'on-failure', 'never'),
    "When the service's log is shown in our own.",
    DEFAULTS.showLog,
  ),
});

const load = {
  engine: key(
    oneOf('auto', 'autocannon', 'undici'),
    'What sends the load. `auto`: autocannon, or undici where autocannon cannot send this load or measure this service truthfully.',
    DEFAULTS.engine,
  ),
  http: key(
    httpVersion,
    'Version of HTTP that is spoken, with TLS or without; 2 ends the run where the service does not speak it.',
    DEFAULTS.http,
  ),
  ...shapeKeys,
  'warm-up': key(duration(0, 10 * MINUTE), 'Load before the measured time; not counted.', DEFAULTS.warmUp),
  timeout: key(
    duration(10, 10 * MINUTE),
    'A request without a complete answer after this long is a timeout.',
    DEFAULTS.timeout,
  ),
  order: key(oneOf('weighted', 'sequence'), 'How each user chooses its next request.', DEFAULTS.order),
  cookies: key(flag(), 'Each user keeps the cookies that it is given, and sends them. Default: no.'),
  limits: key(limits, 'What fails the gate. A metric named here replaces the default of that metric only.'),
};

const scenario = block({
  ...load,
  requests: key(
    z.array(request).min(1).max(200),
    'Requests to send: lines like `GET /books`, or mappings.',
    DEFAULTS.request,
  ),
  flows: key(
    z.array(flow).min(1).max(20),
    'In the place of `requests`: each user draws a flow by weight, goes through its requests in order, and draws the next.',
  ),
  variables: key(named(variableName, variable), 'Where the values of `{{name}}` come from.'),
});

/** The whole file. */
export const config = block({
  $schema: key(text('URL', { max: 2000 }), 'For editors; not read.'),
  suite: key(
    name(),
    'Names the comment, the baseline and the outputs of this set of scenarios.',
    DEFAULTS.suite,
  ),
  language: key(oneOf(...LANGUAGE_CODES), 'Language of the report.', DEFAULTS.language),
  service: service.meta({ description: 'The service under load.' }),
  defaults: key(block(load), 'What holds for scenarios that do not say otherwise.'),
  scenarios: named(name(), scenario).meta({
    description: 'Scenarios by name, at least one.',
    minProperties: 1,
  }),
  containers: key(
    containers,
    'Containers of this machine that are watched while load is on: CPU, memory, limits, storage and network. Default: the compose project that `service.start` names, if it does.',
  ),
  compare: key(
    oneOf('auto', 'baseline', 'base'),
    'What the change is compared with. `baseline`: the accepted runs. `base`: the base commit, built and measured beside it. `auto`: the accepted runs, and the base commit where they do not settle it.',
    DEFAULTS.compare,
  ),
  budget: key(
    duration(10_000, 120 * MINUTE),
    'Most time under load when the base commit is measured beside the change.',
    DEFAULTS.budget,
  ),
  sensitivity: key(
    oneOf('standard', 'strict'),
    'Standard limits against the base commit: `standard` p95 3 %, throughput and CPU time a request 2 %; `strict` 2 % and 1 %.',
    DEFAULTS.sensitivity,
  ),
  baseline: key(
    block({
      path: key(innerPath('path'), 'File with the accepted runs; commit it.', DEFAULTS.baselinePath),
      keep: key(whole(1, 200), 'Accepted runs kept for each scenario and machine.', DEFAULTS.baselineKeep),
      'min-runs': key(
        whole(1, 200),
        'With fewer accepted runs a regression against them is only advice.',
        DEFAULTS.baselineMinRuns,
      ),
    }),
    'Where accepted runs are kept.',
  ),
  policy: key(
    block({
      'on-inconclusive': key(
        oneOf('pass', 'fail'),
        'Exit code when noise hides a change as large as a limit.',
        DEFAULTS.onInconclusive,
      ),
      'on-no-baseline': key(
        oneOf('pass', 'fail'),
        'Exit code when there is nothing to compare with.',
        DEFAULTS.onNoBaseline,
      ),
    }),
    'What outcomes that are neither green nor red come to.',
  ),
  secrets: key(
    z.array(secretName).max(50),
    'Environment variables that requests may use as `{{secret.NAME}}`. On a pull request the list of the base commit counts.',
  ),
  databases: key(
    named(
      name(),
      block({
        'url-from': needed(
          secretName,
          'Environment variable that holds its URL, user and password included: `postgres://`, `mysql://`, `mariadb://`, `redis://`, `valkey://`; `rediss://` and `valkeys://` with TLS.',
        ),
      }),
    ),
    'Database servers that the service uses, by name: they are watched while load is on, by reading alone. On a pull request those of the base commit count.',
  ),
  report: key(
    block({
      comment: key(
        oneOf('auto', 'never'),
        '`auto`: a comment where there is a pull request.',
        DEFAULTS.comment,
      ),
      directory: key(
        innerPath('path'),
        'Folder for the report, the records and the log.',
        DEFAULTS.reportDirectory,
      ),
      formats: key(
        z.array(oneOf(...REPORT_FORMATS)).max(REPORT_FORMATS.length),
        'Files for other programs beside report.md, run.json and verdict.json. `junit`: the verdict as junit.xml. `openmetrics`: the metrics as metrics.txt. `csv`: every second as timeline.csv.',
        DEFAULTS.reportFormats,
      ),
    }),
    'Where the report goes.',
  ),
});

/** The configuration with every value read, before defaults. */
export type Config = z.output<typeof config>;
/** One scenario of {@link Config}. */
export type ScenarioConfig = z.output<typeof scenario>;
/** The service of {@link Config}. */
export type ServiceConfig = z.output<typeof service>;
/** One variable of a scenario. */
export type VariableConfig = z.output<typeof variable>;

/** Where scalars are text as written: YAML reads `1.10` as 1.1 and `on` as text, but `true` as a truth. */
export const TEXT_PLACES = [
  ['service', 'env', '*'],
  ['scenarios', '*', 'requests', '*', 'headers', '*'],
  ['scenarios', '*', 'flows', '*', 'requests', '*', 'headers', '*'],
  ['scenarios', '*', 'variables', '*', 'list', '*'],
] as const;
