/** The exit codes of k6, in words, each with what to do about it. https://pkg.go.dev/go.k6.io/k6/errext/exitcodes */

/** What a code says. */
export interface ExitMeaning {
  readonly meaning: string;
  readonly remedy: string;
}

/** Codes of runs that were complete: 0; 99, thresholds of the script were crossed; 110, the script called the test failed. */
export const COMPLETE: readonly number[] = [0, 99, 110];
/** The code of a run that was stopped by a signal: complete, too, where the signal was ours. */
export const STOPPED = 105;

/** Codes of k6 by number. 109 and 110 came later than the others. */
export const EXIT_CODES: Readonly<Record<number, ExitMeaning>> = {
  97: {
    meaning: 'a test in the cloud failed',
    remedy: 'Run the script on this machine: `cloud` has no place in its options or its output here.',
  },
  98: {
    meaning: 'the progress of a test in the cloud could not be asked for',
    remedy: 'Run the script on this machine: `cloud` has no place in its options or its output here.',
  },
  99: {
    meaning: 'thresholds of the script were crossed',
    remedy:
      'A threshold with `abortOnFail` ends the load too early to be measured; remove `abortOnFail`, or mend what it found.',
  },
  100: {
    meaning: '`setup()` took too long',
    remedy: 'Raise `setupTimeout` in the options of the script, or do less in `setup()`.',
  },
  101: {
    meaning: '`teardown()` took too long',
    remedy: 'Raise `teardownTimeout` in the options of the script, or do less in `teardown()`.',
  },
  102: {
    meaning: 'something of it took too long',
    remedy: 'The lines below are its last ones; look for what never ended.',
  },
  103: {
    meaning: 'it failed within itself',
    remedy:
      'The lines below are its last ones; run `k6 run` with the script by hand, and try another version.',
  },
  104: {
    meaning: 'its configuration is wrong',
    remedy:
      'Look at the options of the script and at `K6_…` in `env`: an executor without its keys, a threshold that cannot be read, a scenario without a function.',
  },
  105: {
    meaning: 'somebody stopped it by a signal',
    remedy:
      'It was not Loadgate. Look for what ends processes on this machine, such as a time limit of the job.',
  },
  106: {
    meaning: 'its REST API could not be started',
    remedy: 'It asks for any free port of 127.0.0.1; look whether this machine lets it listen there.',
  },
  107: {
    meaning: 'the script threw an exception',
    remedy:
      'The lines below say where. An exception outside the default function, or in `setup()`, ends the whole run.',
  },
  108: {
    meaning: 'the script ended the test by `test.abort()`',
    remedy: 'The lines below may say why; the script must not end the test before the measured time is over.',
  },
  109: {
    meaning: 'it crashed (a panic of Go)',
    remedy: 'The lines below are its last ones; try another version of k6, and without extensions.',
  },
  110: {
    meaning: 'the script called the test failed by `test.fail()`',
    remedy: 'What it calls a failure should be a limit here, or a threshold.',
  },
};
