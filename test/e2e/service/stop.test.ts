/** Ending real services: politely, by force, with everything they started, when cancelled, and after a kill -9. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { millis } from '../../../src/domain/units.ts';
import { bootService, buildService } from '../../../src/service/service.ts';
import { sweepLeftovers } from '../../../src/service/sweep.ts';
import { findMarked } from '../../../src/platform/process-list.ts';
import { TAG_VARIABLE, tagOf } from '../../../src/platform/tag.ts';
import {
  faultCommand,
  faultService,
  isAlive,
  openTestWorld,
  type TestWorld,
  until,
} from '../../services/worlds.ts';

let world: TestWorld;
beforeEach(() => {
  world = openTestWorld();
});
afterEach(() => {
  world[Symbol.dispose]();
});

const boot = (...plan: Parameters<typeof faultService>) =>
  bootService(faultService(...plan), world, { logFile: world.logFile });

describe('stop', () => {
  it('F23: kills a service that ignores TERM, after its stop timeout', async () => {
    const service = await boot(faultCommand('ignores-term'), { stopTimeout: millis(700) });
    const pids = service.pids();
    const started = performance.now();
    await service.stop();
    expect(performance.now() - started).toBeGreaterThanOrEqual(700);
    expect(service.tail()).toContain('no');
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('F24: ends grandchildren, other sessions, double forks, and children without the mark', async () => {
    const service = await boot(faultCommand('grandchildren'), { stopTimeout: millis(300) });
    // The service, its four children of which one is gone, and the child of that one.
    await until(() => service.pids().length >= 5, 'the whole tree');
    const pids = service.pids();
    expect(pids.every(isAlive)).toBe(true);
    await service.stop();
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('F24: ends what is left when the service itself is gone', async () => {
    const service = await boot(faultCommand('grandchildren'));
    await until(() => service.pids().length >= 5, 'the whole tree');
    const pids = service.pids();
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await until(() => service.died.aborted, 'its death');
    expect(pids.filter(isAlive).length).toBeGreaterThanOrEqual(4);
    await service.stop();
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('does not wait for output that an orphan of another mark could hold', async () => {
    const service = await boot(
      `${process.execPath} -e "setInterval(() => {}, 1000)" & ${faultCommand('none')}`,
    );
    await until(() => service.pids().length >= 2, 'both');
    const pids = service.pids();
    await service.stop();
    expect(pids.filter(isAlive)).toEqual([]);
  });
});

describe('cancelling', () => {
  it('F25: ends a boot at once', async () => {
    const booting = boot(faultCommand('never-listens'), {
      readyTimeout: millis(60_000),
      stopTimeout: millis(30_000),
    });
    const failure = booting.then(
      () => null,
      (error: unknown) => error,
    );
    await until(() => world.readLog().includes('thinking'), 'the service');
    const aborted = performance.now();
    world.abort();
    expect(await failure).toMatchObject({ detail: { kind: 'cancelled', code: 'cancelled' } });
    expect(performance.now() - aborted).toBeLessThan(5_000);
  });

  it('F25: leaves a deaf service two seconds, whatever its stop timeout', async () => {
    const service = await boot(faultCommand('ignores-term'), { stopTimeout: millis(60_000) });
    const stopping = service.stop();
    await until(() => service.tail().includes('no'), 'the TERM');
    const aborted = performance.now();
    world.abort();
    await stopping;
    expect(performance.now() - aborted).toBeLessThan(5_000);
  });

  it('refuses to start anything afterwards', async () => {
    world.abort();
    await expect(boot(faultCommand('none'))).rejects.toMatchObject({ detail: { kind: 'cancelled' } });
    const building = buildService(faultService('true', { build: 'touch built' }), world, {
      logFile: world.logFile,
    });
    await expect(building).rejects.toMatchObject({ detail: { kind: 'cancelled' } });
  });

  it('ends a build', async () => {
    const plan = faultService('true', { build: 'echo building; sleep 60' });
    const building = buildService(plan, world, { logFile: world.logFile }).catch((error: unknown) => error);
    await until(() => world.readLog().includes('building'), 'the build');
    world.abort();
    const failure = await building;
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ detail: { kind: 'cancelled' } });
  });
});

describe('a gate that ends', () => {
  const GATE = join(import.meta.dirname, '../../services/gate.ts');
  /** Starts a gate of its own with a deaf tree of processes. */
  async function startGate() {
    const gate = spawn(process.execPath, [GATE, world.temporary], { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    gate.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until(() => said.includes('ready'), 'the gate');
    return { gate, pids: findMarked(`${TAG_VARIABLE}=${tagOf(world)}`) };
  }

  it.each(['SIGTERM', 'SIGHUP'] as const)(
    'F25, F32: takes its processes along when it exits (%s)',
    async (signal) => {
      const { gate, pids } = await startGate();
      expect(pids.length).toBeGreaterThanOrEqual(4);
      gate.kill(signal);
      await once(gate, 'exit');
      await until(() => pids.filter(isAlive).length === 0, 'an empty machine');
    },
  );

  it('F26: leaves them to the sweep when it is killed', async () => {
    const { gate, pids } = await startGate();
    gate.kill('SIGKILL');
    await once(gate, 'exit');
    expect(pids.filter(isAlive).length).toBeGreaterThanOrEqual(4);
    const swept = await sweepLeftovers(tagOf(world));
    expect(pids.filter((pid) => !swept.includes(pid) && isAlive(pid))).toEqual([]);
    expect(await sweepLeftovers(tagOf(world))).toEqual([]);
  });

  it('does not sweep without a tag', async () => {
    expect(await sweepLeftovers('')).toEqual([]);
  });
});
