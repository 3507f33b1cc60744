/** The live line while a slice runs. */
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
