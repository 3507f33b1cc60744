/** A process that boots a service with deaf grandchildren and waits: `node gate.ts <temporary folder>`. TERM throws an error nobody catches, HUP exits. */
import { join } from 'node:path';
import { millis } from '../../src/domain/units.ts';
import { memoryLog } from '../../src/platform/log.ts';
import { openVault } from '../../src/platform/vault.ts';
import { bootService } from '../../src/service/service.ts';
import { faultCommand, faultService } from './worlds.ts';

const [temporary = ''] = process.argv.slice(2);
const world = {
  workspace: temporary,
  temporary,
  env: { PATH: process.env.PATH },
  signal: new AbortController().signal,
  vault: openVault({ env: {}, secrets: {} }),
  log: memoryLog(),
  now: () => millis(performance.now()),
  date: () => new Date(),
  generator: [process.execPath],
} as const;

const service = await bootService(faultService(faultCommand('family')), world, {
  logFile: join(temporary, 'gate.log'),
});
setTimeout(() => process.exit(1), 60_000);
process.on('SIGTERM', () => {
  throw new Error('nobody catches this');
});
process.on('SIGHUP', () => process.exit(7));
process.stdout.write(`ready ${service.pids().length}\n`);
