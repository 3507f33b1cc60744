/** The live lines while a load runs. */
import { isOpen } from '../domain/executor.ts';
import type { Side } from '../domain/measurement.ts';
import type { Load } from '../domain/plan.ts';
import type { Step } from '../domain/search.ts';
import type { LoadProgress } from '../engines/load-job.ts';

/** `browse: load 4.0 of 10.0 s · 1,234/s · p95 4.2 ms · 0 errors` */
export function progressLine(scenario: string, progress: LoadProgress): string {
  const phase = progress.phase === 'warm-up' ? 'warming up' : 'load';
  const time = `${(progress.elapsed / 1000).toFixed(1)} of ${(progress.total / 1000).toFixed(1)} s`;
  const rate = `${Math.round(progress.throughput).toLocaleString('en')}/s`;
  const p95 = progress.p95 === null ? 'p95 –' : `p95 ${progress.p95.toFixed(1)} ms`;
  const errors = progress.errors === 1 ? '1 error' : `${progress.errors} errors`;
  return [`${scenario}: ${phase} ${time}`, rate, p95, errors].join(' · ');
}

/** `limit: step 5, 16 users · 1,234/s · p95 4.2 ms` */
export function stepLine(
  scenario: string,
  at: { readonly step: Step; readonly place: number; readonly side: Side | null; readonly load: Load },
): string {
  const { step, place, side, load } = at;
  const rate = `${Math.round(step.throughput).toLocaleString('en')}/s`;
  const p95 = step.p95 === null ? 'p95 –' : `p95 ${step.p95.toFixed(1)} ms`;
  const of = side === null ? '' : ` of ${side}`;
  return [`${scenario}: step ${place + 1}${of}, ${levelText(step.level, load)}`, rate, p95].join(' · ');
}

/** `16 users`, `1,200 requests a second`. */
export function levelText(level: number, { executor }: Pick<Load, 'executor'>): string {
  if (isOpen(executor)) return `${level.toLocaleString('en')} requests a second`;
  return level === 1 ? 'one user' : `${level} users`;
}
