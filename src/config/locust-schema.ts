/** The schema of `locust`: the user's own locustfile in the place of requests. */
import { z } from 'zod';
import { block, key, needed } from './block.ts';
import { DEFAULTS } from './defaults.ts';
import { innerPath, pattern, rate, text, whole } from './kinds.ts';

/** More processes than a machine has cores for. */
const PROCESSES_MAX = 128;
/** Users a second: more than any machine starts. */
const SPAWN_MAX = 10_000;

const tag = pattern(
  'tag',
  '^[^-\\s][^\\s]{0,99}$',
  'be a tag without spaces that does not begin with a dash',
);
const tags = z.array(tag).min(1).max(50);

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
    files: key(
      z.array(innerPath('path')).min(1).max(50),
      'Other files of the workspace that the locustfile depends on: modules, data, requirements. When one of them changes, as with the locustfile itself, earlier accepted runs are not compared with.',
    ),
    env: key(environment, 'Environment variables of Locust beside PATH, HOME and the like.'),
  });
