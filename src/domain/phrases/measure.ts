/** English of what goes wrong while it is measured and judged. */

/** Phrases of the rooms `measure`, `engines`, `stats` and `judge`. */
export const MEASURE_PHRASES = {
  'generator-failed': 'The load generator failed.',
  'generator-failed-advice': 'Run it again; if it happens again, please report it with the lines below.',
  'generator-ended': 'It ended with ‹ending› before its result.',
  'generator-exit': 'exit code ‹code›',
  'generator-unreadable': 'The load generator said something that is no message of its own.',
  'generator-hangs': 'The load generator gave no result within ‹seconds› s and was ended.',
  'generator-hangs-advice':
    'The machine may be overloaded; run it again with fewer users or on a quieter machine. A pattern of `matches` that takes very long on an answer does the same: make it simpler.',
  'secret-missing': 'The environment variable ‹name›, whose value requests are to send, is not set.',
  'secret-missing-advice': 'Give it to the step or the shell that runs Loadgate.',

  'http2-not-spoken': 'The service at ‹url› does not speak HTTP/2: ‹why›.',
  'http2-nonsense': 'it answers in something else',
  'http2-not-offered': 'it does not offer it (ALPN)',
  'http2-refused': 'it refuses it (ALPN)',
  'http2-silent': 'it did not begin to within ‹ms› ms',
  'http2-closes': 'it closes the connection',
  'http2-tls-advice':
    'Measure it by HTTP/1.1, which is the default (remove `http: 2`), or let it offer it in the TLS handshake (ALPN).',
  'http2-plain-advice':
    'Measure it by HTTP/1.1, which is the default (remove `http: 2`), or let it speak it without TLS and without an upgrade (prior knowledge).',

  'run-other-schema': '‹path› has schema ‹schema›, and this version of Loadgate reads ‹known›.',
  'run-other-schema-advice': 'Judge it with the version of Loadgate that recorded it.',
  'run-other-version-advice':
    'Judge it with the version that recorded it: `npx loadgate@‹version› judge ‹path›`.',
  'run-invalid': '‹path› is not a run that this version of Loadgate recorded.',
  'run-invalid-advice':
    'Give the run.json that `loadgate run` or `loadgate measure` wrote, whole and unedited.',

  'scenario-missing': 'The run holds no measurement of the scenario "‹scenario›" (‹side›).',
  'scenario-missing-advice': 'Measure again with the configuration that is judged: `loadgate run`.',
  'not-finite': 'The measurement holds numbers that are not finite, which no limit can judge.',
  'counts-inconsistent': 'The counts of the measurement do not add up, so failures may be missing from them.',
  'measure-again-advice': 'Measure again; if it happens again, please report it with run.json.',
  'reference-missing': 'Nobody looked up the baseline of the scenario "‹scenario›".',
  'reference-missing-advice':
    'Judge with the references of the same plan; please report this if you used the command line.',

  'base-failed': 'The base commit could not be measured: ‹why›',
  'base-failed-advice':
    'It is built and started in a folder of its own by the same commands as the change; `service: build` must do everything a fresh checkout needs, installing dependencies included. ‹advice›',
  'not-booted': '`compare: base` boots the service at both commits, and this service is not ours to boot.',
  'not-booted-advice':
    'Say how it is started (`service: start`), or compare it with its accepted runs: `compare: baseline`.',
  'not-booted-itself':
    'The service was started by somebody else, so it cannot be booted twice beside itself.',
  'not-booted-itself-at':
    'The service at ‹url› was started by somebody else, so it cannot be booted twice beside itself.',
  'not-booted-itself-advice': 'Say how it is started: `service: start` in the configuration, or --start.',
  'base-missing': '`compare: base` needs a base commit, and this run has none.',
  'base-missing-advice':
    'On a pull request it is known; on the command line give it: --base main. Or set `compare: auto`.',
  'died-under': '‹what› It was under ‹load› then.',
  'level-rate': '‹level› requests a second',
  'level-one-user': 'one user',
  'level-users': '‹level› users',
  'report-folder': 'The report folder ‹path› cannot be made: ‹error›.',
  'report-folder-advice':
    'Look at the permissions of the workspace, or set `report.directory` to another folder.',
} as const;
