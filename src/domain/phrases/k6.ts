/** English of what is wrong with a load by k6: its keys in a configuration, its run, its exit codes, what it wrote. A piece that begins with a verb ends `must …`. */

/** Phrases of the rooms `config` and `engines`. */
export const K6_PHRASES = {
  'be-k6-tag': 'be letters, digits, `_`, `.` and `-`, a letter first',
  'idle-k6': '`k6` has no effect without `engine: k6`; say that, or remove this',
  'needs-k6': 'needs `k6` with `engine: k6`; say `k6: { script: load.js }`',
  'idle-with-k6': '`‹key›` has no effect with `engine: k6`: ‹remedy›',
  'k6-script-sends': 'the script says what is sent; remove it',
  'k6-script-variables': 'the script has variables of its own; remove it',
  'k6-script-order': 'the script says what comes first; remove it',
  'k6-cookies': 'each user of k6 keeps its cookies; remove it',
  'k6-protocol': 'k6 chooses the version of HTTP; remove it',
  'k6-script-timeout': 'the script says how long its requests may take; remove it',
  'k6-script-pauses': 'say `sleep()` in the script; remove it',
  'k6-without':
    "has `engine: k6`, which has no ‹what› here; say `users` and `duration`, or `k6: { shape: script }` and the shape in the script's options",
  'k6-missing': 'k6 could not be run as `‹command›`: ‹why›.',
  'k6-no-command': 'there is no such command',
  'k6-missing-advice':
    'Install it in the step before (grafana/setup-k6-action), or say in `k6: command` where it is.',
  'k6-exit': 'exit code ‹code›',
  'k6-exit-known': 'exit code ‹code›: ‹meaning›',
  'k6-no-exit': 'no exit code',
  'k6-ended': 'k6 ended with ‹ending› before the measured time was over.',
  'k6-ended-advice':
    'The lines below are its last ones. With `shape: script` the options of the script have to last for warm-up and duration together, and the script has to send HTTP requests.',
  'k6-exit-code': 'k6 ended with ‹ending›.',
  'k6-exit-code-advice': 'The lines below are its last ones.',
  'k6-untrue': 'What k6 wrote cannot be believed: ‹why›.',
  'k6-untrue-advice':
    'The system tags `status`, `method`, `name`, `error_code` and `expected_response` are needed (`systemTags` of the script), and a response callback. Look whether the script, or an extension, writes over the output.',
  'k6-sent-nothing': 'k6 sent nothing in time.',
  'k6-not-ended': 'k6 did not end when it was asked to.',
  'k6-silent': 'k6 has written nothing for ‹seconds› s.',
  'k6-silent-advice':
    'The lines below are its last ones. Look for a `setup()` or a loop in the script that never ends.',
  'k6-other-time': 'a request ended at a time that is not of this run',
  'k6-durations': '‹requests› requests have ‹durations› durations',
  'k6-summary': 'its summary counts ‹summary› requests, and ‹written› were written',
  'k6-97': 'a test in the cloud failed',
  'k6-97-advice': 'Run the script on this machine: `cloud` has no place in its options or its output here.',
  'k6-98': 'the progress of a test in the cloud could not be asked for',
  'k6-98-advice': 'Run the script on this machine: `cloud` has no place in its options or its output here.',
  'k6-99': 'thresholds of the script were crossed',
  'k6-99-advice':
    'A threshold with `abortOnFail` ends the load too early to be measured; remove `abortOnFail`, or mend what it found.',
  'k6-100': '`setup()` took too long',
  'k6-100-advice': 'Raise `setupTimeout` in the options of the script, or do less in `setup()`.',
  'k6-101': '`teardown()` took too long',
  'k6-101-advice': 'Raise `teardownTimeout` in the options of the script, or do less in `teardown()`.',
  'k6-102': 'something of it took too long',
  'k6-102-advice': 'The lines below are its last ones; look for what never ended.',
  'k6-103': 'it failed within itself',
  'k6-103-advice':
    'The lines below are its last ones; run `k6 run` with the script by hand, and try another version.',
  'k6-104': 'its configuration is wrong',
  'k6-104-advice':
    'Look at the options of the script and at `K6_…` in `env`: an executor without its keys, a threshold that cannot be read, a scenario without a function.',
  'k6-105': 'somebody stopped it by a signal',
  'k6-105-advice':
    'It was not Loadgate. Look for what ends processes on this machine, such as a time limit of the job.',
  'k6-106': 'its REST API could not be started',
  'k6-106-advice': 'It asks for any free port of 127.0.0.1; look whether this machine lets it listen there.',
  'k6-107': 'the script threw an exception',
  'k6-107-advice':
    'The lines below say where. An exception outside the default function, or in `setup()`, ends the whole run.',
  'k6-108': 'the script ended the test by `test.abort()`',
  'k6-108-advice':
    'The lines below may say why; the script must not end the test before the measured time is over.',
  'k6-109': 'it crashed (a panic of Go)',
  'k6-109-advice': 'The lines below are its last ones; try another version of k6, and without extensions.',
  'k6-110': 'the script called the test failed by `test.fail()`',
  'k6-110-advice': 'What it calls a failure should be a limit here, or a threshold.',
} as const;
