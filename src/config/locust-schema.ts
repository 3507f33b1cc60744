/** The schema of `locust`: the user's own locustfile in the place of requests. */
import { phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import { block, key, needed } from './block.ts';
import { DEFAULTS } from './defaults.ts';
import { duration, innerPath, pattern, rate, text, whole } from './kinds.ts';

/** More processes than a machine has cores for. */
const PROCESSES_MAX = 128;
/** Users a second: more than any machine starts. */
const SPAWN_MAX = 10_000;

const tag = pattern('tag', '^[^-\\s][^\\s]{0,99}$', phrase('be-locust-tag'));
const tags = z.array(tag).min(1).max(50);

/** More than any test of ours had. */
const WORKERS_MAX = 250;
const MINUTE = 60_000;

const bindAddress = pattern('address', '^(\\*|[0-9A-Za-z][0-9A-Za-z.:-]{0,252})$', phrase('be-bind-address'));
const sshHost = pattern('host', '^[0-9A-Za-z_][0-9A-Za-z_.@:-]{0,252}$', phrase('be-ssh-host'));

const workers = block({
  count: needed(whole(1, WORKERS_MAX), 'How many workers the master waits for before the load begins.'),
  'join-within': key(
    duration(1_000, 30 * MINUTE),
    'How long they may take to join; after that the run ends with an error.',
    DEFAULTS.locustJoinWithin,
  ),
  bind: key(
    bindAddress,
    'Address of this machine on which the master waits for them; `*` is every address. Locust asks for no password and hides nothing: choose a private network.',
    DEFAULTS.locustBind,
  ),
  port: key(whole(1, 65_535), 'Port on which it waits.', DEFAULTS.locustPort),
  start: key(
    z
      .array(text('command', { max: 8_000, lines: true }))
      .min(1)
      .max(WORKERS_MAX),
    'Shell commands that start workers, and end when they end; `{host}` and `{port}` are where the master waits.',
  ),
  ssh: key(
    z.array(sshHost).min(1).max(WORKERS_MAX),
    'Hosts on which a worker is started over SSH, without a question asked: `locust` is there, and so is the key in ~/.ssh. The worker reaches the master through the SSH connection.',
  ),
  'may-lose': key(
    whole(0, WORKERS_MAX),
    'How many may be lost, or come late, before the measurement is void. The others take over their users.',
    DEFAULTS.locustMayLose,
  ),
});

/** The mapping; `environment` is that of a child process. */
export const locustBlock = (environment: z.ZodType<Record<string, string>>) =>
  block({
    file: needed(innerPath('path'), 'The locustfile, relative to the workspace. It says what is sent.'),
    command: key(
      text('command', { max: 400 }),
      'Name or path of the executable; with a slash in it, relative to the workspace.',
      DEFAULTS.locustCommand,
    ),
    'spawn-rate': key(
      rate(SPAWN_MAX),
      'Users that start in a second. Default: all of them, but 100 at most. None of this is measured.',
    ),
    tags: key(tags, 'Tasks with any of these tags are run. Default: all tasks.'),
    'exclude-tags': key(tags, 'Tasks with any of these tags are not run.'),
    processes: key(
      whole(1, PROCESSES_MAX),
      'Processes that the users are spread over: each of them can use one core.',
      DEFAULTS.locustProcesses,
    ),
    workers: key(
      workers,
      'Workers on other machines that send the load, in the place of processes of this one.',
    ),
    files: key(
      z.array(innerPath('path')).min(1).max(50),
      'Other files of the workspace that the locustfile depends on: modules, data, requirements. When one of them changes, as with the locustfile itself, earlier accepted runs are not compared with.',
    ),
    env: key(environment, 'Environment variables of Locust beside PATH, HOME and the like.'),
  });
