/** Failures as the program itself makes them, by the name of their folder: what each says in every language is committed beside. */
import { problemsOf } from '../../../src/config/issues.ts';
import { invalidConfig } from '../../../src/config/problems.ts';
import { checkScenarios } from '../../../src/config/scenario-checks.ts';
import { config, TEXT_PLACES } from '../../../src/config/schema.ts';
import { checkService } from '../../../src/config/service-checks.ts';
import { readYaml } from '../../../src/config/yaml-text.ts';
import { decodeBaseline } from '../../../src/baseline/codec.ts';
import { adviceOf, asFailure, Failure, type FailureDetail, messageOf } from '../../../src/domain/failure.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import { type Millis, millis } from '../../../src/domain/units.ts';
import { buildFailed, neverReady, portTaken, serviceExited } from '../../../src/service/failures.ts';
import { faultService } from '../../services/worlds.ts';

const service = faultService('node server.js --port {port}', {
  build: 'npm run build',
  workingDirectory: 'apps/shop',
});
const LATE = millis(2_140);
const exit = { code: 1, signal: null };

/** A build of the base commit that failed. */
const failedBuild = buildFailed(service, exit, LATE, ['npm error missing script: build']).detail;

/** What becomes of it where the base commit is measured beside the change. */
export const FAILED_BASE: FailureDetail = new Failure({
  kind: 'not-measured',
  code: 'base-failed',
  message: phrase('base-failed', { why: messageOf(failedBuild) }),
  advice: phrase('base-failed-advice', { advice: adviceOf(failedBuild) }),
  lines: failedBuild.lines,
}).detail;

const HOSTILE = [
  'listening on 43117',
  'Error: connect ECONNREFUSED 127.0.0.1:5432',
  '    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)',
  '```',
  '@octocat ::error::forged',
];

const CONFIG = `language: ru
service:
  start: node server.js
  url: http://10.0.0.7:8080
  tsl: { verify: false }
scenarios:
  browse:
    user: 10
    duration: 30
    executor: constant-arrival-rate
    requests: [GETT /books, "GET /books/{{id}}"]
    limits: { p95: {} }
`;

/** All that is wrong with {@link CONFIG}. */
function invalid(): FailureDetail {
  const { tree, places } = readYaml(CONFIG, TEXT_PLACES);
  const { error } = config.safeParse(tree);
  const problems = [...problemsOf(error?.issues ?? [], tree), ...checkService(tree), ...checkScenarios(tree, new Map())];
  const origin = { file: '.github/loadgate.yml', text: CONFIG, places, inputs: new Map<string, string>() };
  return invalidConfig(problems, origin).detail;
}

/** What reading a baseline that git could not merge throws. */
function unmerged(): FailureDetail {
  try {
    decodeBaseline('<<<<<<< HEAD\n{}\n', phrase('file-of-base', { path: 'perf/baseline.json', sha: '0123456789ab' }));
  } catch (error) {
    return asFailure(error).detail;
  }
  throw new Error('A baseline with the marks of a merge was read.');
}

const ended = (elapsed: Millis) => ({ exit, elapsed, readyAfter: null, lines: HOSTILE });

/** Failures by the name of their folder. */
export const FAILURES: Readonly<Record<string, FailureDetail>> = {
  'failure-service-exited': serviceExited(service, ended(LATE)).detail,
  'failure-never-ready': neverReady(service, {
    url: 'http://127.0.0.1:43117',
    last: phrase('look-status', { path: '/', status: '503', wanted: '200–299' }),
    elapsed: millis(60_000),
    heard: ['[::1]:3000'],
    lines: ['listening on [::1]:3000'],
  }).detail,
  'failure-port-taken': portTaken(8080, [
    { pid: 4711, command: 'nginx' },
    { pid: null, command: null },
  ]).detail,
  'failure-base': FAILED_BASE,
  'failure-baseline': unmerged(),
  'failure-config': invalid(),
};
