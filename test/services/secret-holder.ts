/** A process that holds secrets, takes them, and lets a child look for them: prints what it kept and what the child found, as JSON. */
import { spawnSync } from 'node:child_process';
import { takeSecrets } from '../../src/platform/tokens.ts';

const warnings: string[] = [];
const secrets = process.argv[2] === 'take' ? takeSecrets((line) => warnings.push(line)) : {};
const look = 'for each in environ cmdline; do tr "\\0" "\\n" < /proc/$PPID/$each; done';
const { stdout } = spawnSync('/bin/sh', ['-c', look], { encoding: 'utf8', env: { PATH: process.env.PATH } });
process.stdout.write(JSON.stringify({ secrets, warnings, seen: stdout, env: { ...process.env } }));
