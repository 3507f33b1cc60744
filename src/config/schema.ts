/** The schema of the configuration file: every key, its kind, its words, its default. */
import { phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import { LANGUAGE_CODES } from '../domain/language.ts';
import type { HttpVersion } from '../domain/plan.ts';
import { REPORT_FORMATS } from '../domain/report-format.ts';
import { block, key, named, needed } from './block.ts';
import { containers } from './container-schema.ts';
import { DEFAULTS } from './defaults.ts';
import { shapeKeys } from './executor-schema.ts';
import { duration, flag, innerPath, kind, name, oneOf, pattern, text, whole } from './kinds.ts';
import { limits } from './limit-schema.ts';
import { k6Block } from './k6-schema.ts';
import { locustBlock } from './locust-schema.ts';
import { flow, request, variable, variableName } from './request-schema.ts';
import { allowed, environmentName, service, target, variableRead } from './service-schema.ts';

const MINUTE = 60_000;

const httpVersion = kind<HttpVersion>('HTTP version', { enum: [1.1, 2] }, (value) => {
  if (value === 1.1 || value === 2) return { value };
  return {
    must: phrase('be-http-version'),
    say: value === '1.1' || value === '2' ? phrase('say-unquoted', { value }) : null,
  };
});

/** A subset of what git allows, without what a shell or a URL would read otherwise. */
const branchName = pattern(
  'branch',
  String.raw`^(?!.*(?:\.\.|//|/\.|\.lock(?:/|$)|[./]$))[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$`,
  phrase('be-branch'),
  phrase('say-branch'),
);
/** Variables of a program that sends. */
const environment = named(environmentName, text('text', { max: 32_000, lines: true, empty: true }));

const load = {
  engine: key(
    oneOf('auto', 'autocannon', 'undici', 'locust', 'k6'),
    'What sends the load. `auto`: autocannon, or undici where autocannon cannot send this load or measure this service truthfully. `locust`: Locust, with a locustfile of your own. `k6`: k6, with a script of your own.',
    DEFAULTS.engine,
  ),
  locust: key(
    locustBlock(environment),
    'With `engine: locust`, what Locust runs, in the place of `requests`.',
  ),
  k6: key(k6Block(environment), 'With `engine: k6`, what k6 runs, in the place of `requests`.'),
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
  service: key(service, 'The service under load, on this machine. Either this or `target`.'),
  target: key(target, 'In the place of `service`: one that is deployed, and is loaded where it is.'),
  'allowed-addresses': key(
    z.array(allowed).max(100),
    'What a target may be beside this machine: IP addresses, networks like `10.0.0.0/8`, host names, and domains like `*.preview.example.com`. On a pull request the list of the base commit counts.',
  ),
  defaults: key(block(load), 'What holds for scenarios that do not say otherwise.'),
  scenarios: named(name(), scenario).meta({
    description: 'Scenarios by name, at least one.',
    minProperties: 1,
  }),
  containers: key(
    containers,
    'Containers of this machine that are watched while load is on: CPU, memory, limits, storage and network. Default: the compose project that `service.start` names, if it does. On a pull request those of the base commit count.',
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
      store: key(
        oneOf('auto', 'branch', 'file'),
        'Where accepted runs are kept. `branch`: on a branch of their own. `file`: in a file of the repository. `auto`: in GitHub Actions on the branch, unless the base commit has the file; elsewhere in the file.',
        DEFAULTS.baselineStore,
      ),
      branch: key(branchName, 'The branch that holds the accepted runs.', DEFAULTS.baselineBranch),
      path: key(innerPath('path'), 'File with the accepted runs; commit it.', DEFAULTS.baselinePath),
      publish: key(
        oneOf('auto', 'none', 'commit', 'pull-request'),
        'What becomes of runs that pass on the default branch. `commit`: they enter. `pull-request`: one pull request brings them into the file. `none`: nothing. `auto`: they enter the branch, and leave a file alone.',
        DEFAULTS.baselinePublish,
      ),
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
      mode: key(
        oneOf('gate', 'warn-only'),
        '`gate`: outcomes decide about the exit code. `warn-only`: no outcome fails the build; what could not be measured still does.',
        DEFAULTS.policyMode,
      ),
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
    z.array(variableRead).max(50),
    'Environment variables that requests may use as `{{secret.NAME}}`. On a pull request the list of the base commit counts.',
  ),
  databases: key(
    named(
      name(),
      block({
        'url-from': needed(
          variableRead,
          'Environment variable that holds its URL, user and password included: `postgres://`, `mysql://`, `mariadb://`, `redis://`, `valkey://`; `rediss://` and `valkeys://` with TLS.',
        ),
      }),
    ),
    'Database servers that the service uses, by name: they are watched while load is on, by reading alone. On a pull request those of the base commit count.',
  ),
  report: key(
    block({
      comment: key(
        oneOf('auto', 'changes', 'failure', 'never'),
        '`auto`: a comment where there is a pull request. `changes`: only when something moved or may have, `failure`: only when something is wrong; one that is there is kept up to date. `never`: none.',
        DEFAULTS.comment,
      ),
      directory: key(
        innerPath('path'),
        'Folder for the report, the records and the log.',
        DEFAULTS.reportDirectory,
      ),
      formats: key(
        z.array(oneOf(...REPORT_FORMATS)).max(REPORT_FORMATS.length),
        'Files for other programs beside report.md, report.html, run.json and verdict.json. `junit`: the verdict as junit.xml. `openmetrics`: the metrics as metrics.txt. `csv`: every second as timeline.csv.',
        DEFAULTS.reportFormats,
      ),
      'chart-files': key(
        oneOf('none', 'svg'),
        '`svg`: every chart of report.html is also a file of its own, in the folder `charts` of the report.',
        DEFAULTS.chartFiles,
      ),
    }),
    'Where the report goes.',
  ),
}).meta({ oneOf: [{ required: ['service'] }, { required: ['target'] }] });

/** The configuration with every value read, before defaults. */
export type Config = z.output<typeof config>;
/** One scenario of {@link Config}. */
export type ScenarioConfig = z.output<typeof scenario>;
/** One variable of a scenario. */
export type VariableConfig = z.output<typeof variable>;

/** Where scalars are text as written: YAML reads `1.10` as 1.1 and `on` as text, but `true` as a truth. */
export const TEXT_PLACES = [
  ['service', 'env', '*'],
  ['scenarios', '*', 'requests', '*', 'headers', '*'],
  ['scenarios', '*', 'flows', '*', 'requests', '*', 'headers', '*'],
  ['scenarios', '*', 'variables', '*', 'list', '*'],
  ['scenarios', '*', 'locust', 'env', '*'],
  ['defaults', 'locust', 'env', '*'],
  ['scenarios', '*', 'k6', 'env', '*'],
  ['defaults', 'k6', 'env', '*'],
  ['scenarios', '*', 'k6', 'tags', '*'],
  ['defaults', 'k6', 'tags', '*'],
] as const;
