/** Looks into one answer: whether it is as expected, and what later requests need of it. Keeps nothing of answers that nobody looks into. */
import type { Load } from '../domain/plan.ts';
import type { Heard } from './captures.ts';
import { BODY_MAX, failedCheck, wrongStatus } from './checks.ts';
import type { Flow } from './flow.ts';

/** One answer, as it comes in. */
export interface Hearing {
  /** Names in lower case. */
  begin(headers: Heard['headers']): void;
  take(chunk: Buffer): void;
  /** Why it is not as expected, as a message, or null: then the flow has learned from it. */
  end(status: number, flow: Flow): string | null;
}

/** Begins with the answer to a request. */
export function openHearing({ requests, cookies }: Load, index: number): Hearing {
  const { expect = [], checks = [], captures = [] } = requests[index] ?? {};
  const needsBody = checks.length > 0 || captures.some(({ from }) => from.kind !== 'header');
  const isLearned = cookies || captures.length > 0;
  const chunks: Buffer[] = [];
  let kept = 0;
  let headers: Heard['headers'] = {};
  return {
    begin(given) {
      headers = given;
    },
    take(chunk) {
      if (!needsBody || kept >= BODY_MAX) return;
      chunks.push(chunk.subarray(0, BODY_MAX - kept));
      kept += chunk.length;
    },
    end(status, flow) {
      const wrong = wrongStatus(status, expect);
      if (wrong !== null) return wrong;
      const body = needsBody ? Buffer.concat(chunks).toString('utf8') : '';
      const failed = failedCheck(checks, body);
      if (failed !== null) return `HTTP ${status}, a body ${failed}`;
      const missing = isLearned ? flow.learn(index, { headers, body }) : null;
      return missing === null ? null : `HTTP ${status}, ${missing}`;
    },
  };
}
