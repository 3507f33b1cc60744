/** What a step leaves to its clean-up step. Read without the toolkit, so that the clean-up starts at once. */

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** What the clean-up step is told: the mark on our processes, our temporary folder, the word that lets commands work again. */
export type StateName = 'tag' | 'temporary' | 'resume-token';

/** A value that the step kept, as the runner hands it on; empty when there is none. */
export const readState = (env: Env, name: StateName): string => env[`STATE_${name}`] ?? '';

/** The line that makes the runner listen to commands again, or null when `token` is not one of ours: a forged state must not become a command. */
export const resumeLine = (token: string): string | null =>
  /^[0-9a-f]{32}$/.test(token) ? `::${token}::` : null;

/** The temporary folder of the run with this mark: see `tagOf`. */
export const temporaryOf = (tag: string, env: Env): string => join(env.RUNNER_TEMP ?? tmpdir(), tag);

/** Removes the step's temporary folder if it is still there. Only a folder that we could have made is removed, whatever the state says. */
export async function removeTemporary(path: string, env: Env): Promise<boolean> {
  const ours =
    basename(path).startsWith('loadgate-') && dirname(path) === resolve(env.RUNNER_TEMP ?? tmpdir());
  if (!ours || !existsSync(path)) return false;
  await rm(path, { recursive: true, force: true });
  return true;
}
