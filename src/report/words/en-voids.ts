/** English: why a measurement cannot be believed, and what to do about it. */
import type { MetricName } from '../../domain/metric.ts';
import type { VoidReason } from '../../domain/verdict.ts';
import { METRIC_STARTS, METRIC_WORDS } from './en-metrics.ts';
import { breakPhrase, levelOf } from './en-search.ts';
import { workers } from './en-workers.ts';
import type { Pen } from './words.ts';

/** In a headline. */
export function voidPhrase(reason: VoidReason, n: Pen): string {
  switch (reason.kind) {
    case 'generator-bound':
      return 'the load generator was the bottleneck, not the service';
    case 'too-few-answers':
      return `${n.count(reason.answers)} answers are too few for ${METRIC_WORDS[reason.metric]}`;
    case 'no-answers':
      return 'not one request was answered as expected';
    case 'status-mix-changed':
      return `the share of ${reason.status} answers changed`;
    case 'answer-size-changed':
      return 'answers have another size than in the baseline';
    case 'engine-changed':
      return `${n.code(reason.now)} measured, and ${n.code(reason.before)} the baseline`;
    case 'arrivals-missed':
      return 'the asked rate was not kept: requests found nobody free to send them';
    case 'no-capacity':
      return 'the objective was not kept even at the lowest load';
    case 'little':
      return 'users, throughput and latency do not fit together';
    case 'memory-unread':
      return 'memory has a limit, and its growth could not be measured';
    case 'metric-unread':
      return `${METRIC_WORDS[reason.metric]} ${have(reason.metric)} a limit, and could not be measured`;
    case 'metric-untold':
      return `${METRIC_WORDS[reason.metric]} ${have(reason.metric)} a limit, and the imported result does not tell ${have(reason.metric) === 'have' ? 'them' : 'it'}`;
    case 'lost-answers':
      return 'requests were lost on closed connections';
    case 'workers-unsteady':
      return workers.voidPhrase(reason, n);
    case 'null-comparison':
      return 'the same build differed from itself';
    case 'order-effect':
      return 'what came first was measured differently';
    case 'outside-noise':
      return 'others used too much of the machine';
  }
}

const have = (metric: MetricName): string => (metric === 'queries-per-request' ? 'have' : 'has');

/** What to do, in one sentence. */
export function remedy(reason: VoidReason, n: Pen): string {
  switch (reason.kind) {
    case 'generator-bound':
      return 'Give the generator more room, and measure again.';
    case 'too-few-answers':
      return 'Measure for longer, or with more users.';
    case 'no-answers':
      return "Look into the service's log.";
    case 'status-mix-changed':
    case 'answer-size-changed':
      return 'If the service is meant to answer differently now, take a new baseline; if not, this is a bug.';
    case 'engine-changed':
      return `If the service is meant to close its connections now, take a new baseline; if not, this is a bug. ${n.code('engine: undici')} measures both.`;
    case 'arrivals-missed':
      return `Lower ${n.code('rate')}, or raise ${n.code('max-users')} if the service is to be held to this rate however long its answers take.`;
    case 'no-capacity':
      return `Begin lower, or ask for less in ${n.code('objective')}; if the service used to keep it, this is a regression.`;
    case 'little':
      return `Measure again with a longer ${n.code('step')}; if it happens again, please report it with run.json.`;
    case 'memory-unread':
      return `Measure for some minutes in one go (${n.code('executor: soak')}, ${n.code('compare: baseline')}), or remove the limit.`;
    case 'metric-unread':
      return reason.metric === 'queries-per-request'
        ? `Name every database in ${n.code('databases')} and let it be counted (what could not be read is told with its remedy), or remove the limit.`
        : `Let Loadgate start the service (${n.code('start')}) on a machine that can read it, or remove the limit.`;
    case 'metric-untold':
      return 'Let the tool write an output that tells it, or remove the limit.';
    case 'lost-answers':
      return `Set ${n.code('engine: undici')} and measure again.`;
    case 'workers-unsteady':
      return workers.remedy(n);
    case 'null-comparison':
    case 'order-effect':
    case 'outside-noise':
      return 'Measure again when the machine is quieter.';
  }
}

/** As a sentence, with its numbers. */
export function voidSentence(reason: VoidReason, n: Pen): string {
  switch (reason.kind) {
    case 'generator-bound':
      return `The generator used ${n.share(reason.cpu)} of a core, with an event loop busy ${n.share(reason.eventLoop)} of the time: it measured its own queue.`;
    case 'too-few-answers':
      return `${METRIC_STARTS[reason.metric]} needs ${n.count(reason.needed)} answers and had ${n.count(reason.answers)}.`;
    case 'no-answers':
      return 'Not one request was answered as expected.';
    case 'status-mix-changed':
      return `${n.share(reason.now)} of the expected answers were ${reason.status}, in the baseline ${n.share(reason.before)}: other work was measured.`;
    case 'answer-size-changed':
      return `An answer has ${n.bytes(reason.now)} on average, in the baseline ${n.bytes(reason.before)}: other answers were measured.`;
    case 'engine-changed':
      return `${n.code(reason.now)} had to measure, and ${n.code(reason.before)} measured the baseline: engines cost a request differently, so the numbers cannot be compared.`;
    case 'arrivals-missed':
      return `${n.count(reason.missed)} of ${n.count(reason.planned)} requests that the asked rate comes to were not sent, because all users were waiting for answers: the service did not keep up with the rate, and its latencies are those of a lower one.`;
    case 'no-capacity':
      return `At ${levelOf(reason.search, reason.level, n)}, the lowest load, ${breakPhrase(reason.reason, n)}: there is no load within the objective, and so no capacity to tell.`;
    case 'little':
      return `At ${levelOf('stress', reason.level, n)}, ${n.rate(reason.throughput)} with a mean latency of ${n.ms(reason.mean)} are off Little's law by ${n.share(reason.gap)}: a law that every system keeps, so this was not measured rightly.`;
    case 'memory-unread':
      return 'The growth of memory has a limit, and no value: the run was too short or in turns, or the service is not ours to read.';
    case 'metric-unread':
      return reason.metric === 'queries-per-request'
        ? 'The number of queries a request has a limit, and no value: no database is configured, or one could not be counted to the end.'
        : `${METRIC_STARTS[reason.metric]} has a limit, and no value: the service is not ours to read, or this machine does not tell.`;
    case 'metric-untold':
      return `${METRIC_STARTS[reason.metric]} has a limit, and no value: the output of the tool does not tell it, and nothing is made up in its place.`;
    case 'lost-answers':
      return `${n.count(reason.lost)} of ${n.count(reason.sent)} requests were lost: autocannon goes on using connections that the service has announced to close, where other clients open new ones.`;
    case 'workers-unsteady':
      return workers.voidSentence(reason, n);
    case 'null-comparison':
      return `Turns of the same build differed in ${METRIC_WORDS[reason.metric]} by ${n.change(reason.metric, reason.change)}, more than chance and the limit allow: what differs from itself cannot be compared with another.`;
    case 'order-effect':
      return `In each pair of turns the later one differed in ${METRIC_WORDS[reason.metric]} by ${n.change(reason.metric, reason.change)}, whichever build it was: the order was measured, not the builds.`;
    case 'outside-noise':
      return `In ${n.count(reason.blocks)} of ${n.count(reason.of)} blocks other processes (or other machines of the same host) used up to ${n.cores(reason.cores)} of a core for much of the time.`;
  }
}
