/** A process that has no more of what a run needs. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { entry } from '../../runner/step.ts';
import { CONFIG, openFolder } from './rig.ts';

/** A limit that this service breaks: green would be a lie. */
const RED = CONFIG.replace('max-increase: 300%', 'max: 1ms');

test.each([24, 28])(
  'F30: with %i open files at most is not green',
  (files) => {
    using folder = openFolder({ '.github/loadgate.yml': RED });
    const command = `ulimit -n ${files}; exec "${process.execPath}" "${entry('cli')}" run`;
    const { status, stderr } = spawnSync('/bin/sh', ['-c', command], {
      cwd: folder.path,
      encoding: 'utf8',
      timeout: 90_000,
    });
    // Where Node.js itself does not come to its feet, a signal ends it.
    expect(status, stderr).not.toBe(0);
  },
  100_000,
);
