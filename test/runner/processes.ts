/** Which processes of this machine belong to a step, by what the runner itself looks at: a variable in their environment. */
import { readdirSync, readFileSync } from 'node:fs';

/** Pids whose environment has the step's tracking id, ourselves not counted. */
export function processesOf(trackingId: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => environmentOf(pid).includes(`RUNNER_TRACKING_ID=${trackingId}`) && !isDead(pid))
    .map(Number);
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}

/** A zombie is gone; only its parent has not looked yet. */
function isDead(pid: string): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ''));
  } catch {
    return true;
  }
}
