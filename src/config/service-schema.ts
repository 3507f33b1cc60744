/** The schema of what is loaded: the service that is started or runs here, and the target that is deployed elsewhere. */
import { phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import { block, key, named, needed } from './block.ts';
import { DEFAULTS } from './defaults.ts';
import { duration, innerPath, isWhole, kind, oneOf, packed, pattern, text, whole } from './kinds.ts';
import { statusSet, urlPath } from './request-schema.ts';
import { readAllowed, readTargetUrl } from './target-address.ts';

const COMMAND_MAX = 8000;
const command = text('command', { max: COMMAND_MAX, lines: true });
const MINUTE = 60_000;

const port = kind<'free' | number>('port', { type: ['integer', 'string'] }, (value) => {
  if (value === 'free' || (isWhole(value) && value >= 1 && value <= 65_535)) return { value };
  return { must: phrase('be-port') };
});

const READY_MUST = phrase('be-ready');
/** Short forms of readiness. */
const readyWord = kind<string>('path or `tcp`', { type: 'string', pattern: '^(/|tcp$)' }, (value) => {
  if (typeof value !== 'string') return { must: READY_MUST, mismatch: true };
  if (value === 'tcp') return { value };
  return /^\/(?!\/)[!-~]*$/.test(value) ? { value } : { must: READY_MUST };
});

/** Keys of which a readiness has exactly one. */
export const READY_KINDS = ['http', 'tcp', 'log', 'command'] as const;

const truth = kind<true>('true', { const: true }, (value) =>
  value === true ? { value } : { must: phrase('be-true'), say: phrase('say-leave-out') },
);

const falsehood = kind<false>('false', { const: false }, (value) =>
  value === false ? { value } : { must: phrase('be-false'), say: phrase('say-verified') },
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

const READY_WORDS = {
  error: packed(phrase('be-ready-block', { kinds: READY_KINDS.join(', ') })),
};

const ENVIRONMENT_PATTERN = '^[A-Za-z_][A-Za-z0-9_]{0,199}$';
/** Name of an environment variable. */
export const environmentName = pattern('name', ENVIRONMENT_PATTERN, phrase('be-variable-name'));

const SECRET_MUST = phrase('be-variable-name');
/** The runner's own, its tokens among them: no service is to have them. */
const RUNNERS_OWN = /^(?:ACTIONS|GITHUB|INPUT|LOADGATE|RUNNER)_/i;

/** True for the name of an environment variable that is not the runner's own. */
export function mayBeRead(asked: string): boolean {
  return new RegExp(ENVIRONMENT_PATTERN).test(asked) && !RUNNERS_OWN.test(asked);
}

/** Name of an environment variable whose value is used. */
export const variableRead = kind<string>(
  'name',
  { type: 'string', pattern: ENVIRONMENT_PATTERN },
  (value) => {
    if (typeof value !== 'string') return { must: SECRET_MUST, mismatch: true };
    if (!new RegExp(ENVIRONMENT_PATTERN).test(value)) return { must: SECRET_MUST };
    return !mayBeRead(value) ? { must: phrase('not-of-runner'), say: phrase('say-own-variable') } : { value };
  },
);

/** The key `service`. */
export const service = block({
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
    z.union([readyWord, readyBlock], READY_WORDS),
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

const targetUrl = kind<string>('URL', { type: 'string', pattern: '^https?://' }, (value) =>
  typeof value === 'string' ? readTargetUrl(value) : { must: phrase('be-url'), mismatch: true },
);

/** An entry of `allowed-addresses`. */
export const allowed = kind<string>('address', { type: 'string', minLength: 1, maxLength: 300 }, (value) =>
  typeof value === 'string' ? readAllowed(value) : { must: phrase('be-allowed'), mismatch: true },
);

/** What `target.monitoring` asks for, of which it needs one. */
export const MONITORED = ['cpu', 'memory'] as const;

const sshHost = pattern('host', '^[0-9A-Za-z_:][0-9A-Za-z_.:-]{0,252}$', phrase('be-watched-host'));
const sshUser = pattern('user', '^[a-z_A-Z0-9][a-z_A-Z0-9.-]{0,63}$', phrase('be-ssh-user'));
/** Nothing that `ssh` or a shell would take for more than a path. */
const sshFile = pattern('path', '^(~/|/)?[A-Za-z0-9._@+/-]{1,400}$', phrase('be-ssh-file'));
const pidFile = pattern('path', '^/[A-Za-z0-9._@+/-]{1,400}$', phrase('be-pid-file'));
const processName = pattern('name', '^[!-~]{1,64}$', phrase('be-process-name'));

/** What says which processes are the service, of which `target.monitoring.ssh` has exactly one. */
export const WATCHED = ['pid-file', 'process'] as const;

const ssh = block({
  host: needed(
    sshHost,
    'Machine of the service, by name or address. `allowed-addresses` has to have its address, too.',
  ),
  port: key(whole(1, 65_535), 'Port of its SSH.', DEFAULTS.sshPort),
  user: key(sshUser, "User there. Default: this machine's user."),
  identity: key(
    sshFile,
    'File of the key, in the home folder (`~/…`), absolute, or relative to the workspace. Default: the keys that ssh finds.',
  ),
  'known-hosts': key(
    sshFile,
    'File that holds the key of the host. Default: ~/.ssh/known_hosts. A host that is not in it is not asked.',
  ),
  'pid-file': key(
    pidFile,
    "File there with the number of the service's process; its descendants count, too.",
  ),
  process: key(
    processName,
    'In the place of `pid-file`: name of the process, as /proc/PID/comm has it. All that are called so count, with their descendants.',
  ),
});

const monitoring = block({
  ssh: key(
    ssh,
    "In the place of Prometheus: the service's machine itself, whose /proc is read over SSH while load is on. Nothing is installed there.",
  ),
  prometheus: key(
    targetUrl,
    'Base URL of a Prometheus without a password. `allowed-addresses` has to have its address, too.',
  ),
  cpu: key(text('query', { max: 2000, lines: true }), 'Query (PromQL) of one series: cores in use.'),
  memory: key(text('query', { max: 2000, lines: true }), 'Query (PromQL) of one series: bytes in use.'),
}).meta({ minProperties: 1 });

/** The key `target`. */
export const target = block({
  url: key(
    targetUrl,
    'Its URL. On another machine than this one, `allowed-addresses` has to have its address.',
  ),
  'url-from': key(
    variableRead,
    'In the place of `url`: environment variable that holds a URL with nothing but a host, such as a deployment of a pull request.',
  ),
  tls: key(tls, "What the target's certificate is held to, where its URL begins with https."),
  ready: key(
    z.union([readyWord, readyBlock], READY_WORDS),
    'How readiness is noticed before the load. Default: `/` answers with any status below 500.',
  ),
  'ready-timeout': key(duration(100, 60 * MINUTE), 'Time until it has to be ready.', DEFAULTS.readyTimeout),
  monitoring: key(monitoring, 'What is asked for what the target used.'),
});

/** The service of the configuration. */
export type ServiceConfig = z.output<typeof service>;
/** Its target. */
export type TargetConfig = z.output<typeof target>;
