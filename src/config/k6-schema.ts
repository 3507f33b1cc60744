/** The schema of `k6`: the user's own script in the place of requests. */
import { phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import { block, key, named, needed } from './block.ts';
import { DEFAULTS } from './defaults.ts';
import { innerPath, oneOf, pattern, text } from './kinds.ts';

/** k6 writes `NAME=VALUE`. */
const tagName = pattern('tag name', '^[A-Za-z_][A-Za-z0-9_.-]{0,99}$', phrase('be-k6-tag'));

/** The mapping; `environment` is that of a child process. */
export const k6Block = (environment: z.ZodType<Record<string, string>>) =>
  block({
    script: needed(innerPath('path'), 'The script, relative to the workspace. It says what is sent.'),
    command: key(
      text('command', { max: 400 }),
      'Name or path of the executable; with a slash in it, relative to the workspace.',
      DEFAULTS.k6Command,
    ),
    shape: key(
      oneOf('scenario', 'script'),
      "Whose users and times. `scenario`: `users` and `duration` of the scenario, in the place of the script's own options. `script`: the options of the script, which has to last for warm-up and duration together.",
      DEFAULTS.k6Shape,
    ),
    tags: key(
      named(tagName, text('text', { max: 500 })),
      'Tags of every point, as `--tag NAME=VALUE`: thresholds of the script can be on them.',
    ),
    files: key(
      z.array(innerPath('path')).min(1).max(50),
      'Other files of the workspace that the script depends on: modules, data. When one of them changes, as with the script itself, earlier accepted runs are not compared with.',
    ),
    env: key(
      environment,
      'Environment variables of k6 beside PATH, HOME and the like; the script reads them in `__ENV`, and the URL of the service in `__ENV.BASE_URL`.',
    ),
  });
