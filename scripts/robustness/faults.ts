/** Faults: what breaks by itself. */
import type { Entry } from './entry.ts';

/** F1 to F57. */
export const FAULTS: readonly Entry[] = [
  {
    id: 'F1',
    title: 'The service is never ready',
    happens:
      'Exit code 2 at `ready-timeout`, with its last lines, the address and why the last look said no.',
  },
  { id: 'F2', title: 'It ends at boot', happens: 'Noticed at once, with code or signal: exit code 2.' },
  { id: 'F3', title: 'Its command does not exist', happens: 'Exit code 3 with the cause.' },
  { id: 'F4', title: 'Its port is taken', happens: 'Refused before the boot, naming who has it.' },
  {
    id: 'F5',
    title: 'Somebody else answers',
    happens: 'The socket that listens has to be of our tree; a stranger is never measured.',
  },
  {
    id: 'F6',
    title: '`localhost` is ::1 or 127.0.0.1',
    happens: 'Both are tried; the one that answers is loaded.',
  },
  { id: 'F7', title: 'Readiness comes and goes', happens: 'Ready means twice in a row.' },
  {
    id: 'F8',
    title: 'Trouble with Compose',
    happens:
      'Compose is part of the start command: what fails there ends the command, which is told as in F2.',
    but: 'Loadgate starts and stops no containers itself, and so cannot promise that none are left; the command has to end them.',
  },
  {
    id: 'F9',
    title: 'It dies under load',
    happens: 'The load stops at once, exit code 2, and nothing is said of the survivors.',
  },
  {
    id: 'F10',
    title: 'It closes connections without an answer',
    happens: 'Counted as lost; the counts are those of the service.',
  },
  {
    id: 'F11',
    title: 'It drops every second answer',
    happens: 'As above; the latencies are those of what was answered.',
  },
  { id: 'F12', title: 'It cuts answers short', happens: 'Connection errors.' },
  {
    id: 'F13',
    title: 'It hangs now and then, or always',
    happens: 'Timeouts, which count in the quantiles with at least the time that was waited.',
  },
  { id: 'F14', title: 'Every answer is a fast 503', happens: 'HTTP errors: they make no p95 better.' },
  { id: 'F15', title: 'It resets connections', happens: 'Connection errors.' },
  { id: 'F16', title: 'A body byte by byte', happens: 'The latency is that of the whole answer.' },
  { id: 'F17', title: 'Answers that are no HTTP', happens: 'Connection errors.' },
  {
    id: 'F18',
    title: 'Answers without a body, and interim ones',
    happens: 'Counted once each, as what they are.',
  },
  {
    id: 'F19',
    title: 'Nothing is answered',
    happens: 'Void: exit code 2. Too few answers are void as well.',
  },
  {
    id: 'F20',
    title: 'The generator is the bottleneck',
    happens: 'Void: exit code 2, with how busy it was.',
  },
  {
    id: 'F21',
    title: 'Exit codes of engines',
    happens:
      'Our engines have none that counts: only the account of requests decides. Of other tools the output is imported, not the exit code.',
  },
  { id: 'F22', title: 'An engine that cannot work', happens: 'Exit code 2, with its last words.' },
  { id: 'F23', title: 'The service ignores SIGTERM', happens: 'SIGKILL after its `stop-timeout`.' },
  {
    id: 'F24',
    title: 'Grandchildren, other sessions, double forks',
    happens: 'Found by a mark in their environment, and ended.',
    but: 'A daemon that clears its environment and changes its session can escape.',
  },
  {
    id: 'F25',
    title: 'The job is cancelled',
    happens:
      'Everything is ended within five seconds of SIGINT, exit code 130, no comment; a second signal ends at once.',
  },
  { id: 'F26', title: 'The gate is killed', happens: 'The post step finds and ends what is left.' },
  { id: 'F27', title: 'An orphan holds the output open', happens: 'Nobody waits for it.' },
  {
    id: 'F28',
    title: 'The kernel kills the service for want of memory',
    happens: 'A SIGKILL that is not ours is told as such, with memory as the likely cause: exit code 2.',
    but: 'That it was the kernel is a guess: no test makes a machine run out of memory.',
  },
  {
    id: 'F29',
    title: 'A full disk',
    happens:
      'The verdict is delivered nevertheless; files are whole or not there; each sink that fails is a warning.',
  },
  {
    id: 'F30',
    title: 'No more processes or open files',
    happens: 'Exit code 2 that says so, or a verdict; never a pass that was not earned.',
  },
  { id: 'F31', title: 'The clock jumps', happens: 'Durations are taken from a monotonic clock alone.' },
  { id: 'F32', title: 'An error that nobody caught', happens: 'Exit code 2, and everything is ended.' },
  {
    id: 'F33',
    title: 'Nobody reads the log any more',
    happens: 'Exit code and report are what they would have been.',
  },
  {
    id: 'F34',
    title: 'There is no baseline',
    happens: 'Said, neutrally; `policy.on-no-baseline` decides about the exit code.',
  },
  {
    id: 'F35',
    title: 'A corrupt baseline',
    happens: 'Exit code 2, never taken for a missing one, never overwritten.',
  },
  {
    id: 'F36',
    title: 'A baseline of another schema',
    happens:
      'A newer one, and one that is unknown, is refused by its number: exit code 2, never taken for a missing one.',
  },
  {
    id: 'F37',
    title: 'A baseline of another machine or configuration',
    happens: 'Not comparable, and said.',
  },
  {
    id: 'F38',
    title: 'A baseline that is old, or of another branch',
    happens:
      'The baseline is the file of the base commit: its runs are those that were merged. Their commits and dates are in the report.',
    but: 'How old it may be is not judged.',
  },
  {
    id: 'F39',
    title: 'Two pushes of a baseline at once',
    happens:
      'Loadgate pushes nothing. A conflict of the file is one of git, and a file with its marks is corrupt (F35).',
    but: 'There is nothing to test.',
  },
  {
    id: 'F40',
    title: 'A push that is refused',
    happens: 'Loadgate pushes nothing.',
    but: 'There is nothing to test.',
  },
  {
    id: 'F41',
    title: 'A branch for baselines that is not there',
    happens: 'Loadgate keeps no branch.',
    but: 'There is nothing to test.',
  },
  {
    id: 'F42',
    title: 'A push that starts the workflow again',
    happens: 'Loadgate pushes nothing.',
    but: 'There is nothing to test.',
  },
  {
    id: 'F43',
    title: 'Shallow, partial, detached and other clones',
    happens: 'The base commit is fetched elsewhere by its id; the clone stays as it is, to the byte.',
  },
  {
    id: 'F44',
    title: 'The base commit does not build or boot',
    happens: 'Never the fault of the change: what can be judged without it is, and the report says so.',
  },
  {
    id: 'F45',
    title: 'A repeated run, or an old one that ends late',
    happens: 'One comment; a newer run is not overwritten by an older one.',
  },
  {
    id: 'F46',
    title: 'GitHub answers with an error, with rubbish, or not',
    happens:
      'The verdict stands. Bounded to a minute for all calls; the report is in the summary; what no repetition helps is not repeated.',
  },
  {
    id: 'F47',
    title: 'It is not known whether the comment was created',
    happens: 'The list is read before a second creation, and after it.',
  },
  {
    id: 'F48',
    title: 'The comment goes away, or the conversation is locked',
    happens: 'Created anew, or refused with a warning.',
  },
  { id: 'F49', title: 'The comment is on a late page', happens: 'All pages are read.' },
  {
    id: 'F50',
    title: 'Two jobs comment at once',
    happens: 'The oldest comment stays with the new words, the others go.',
  },
  {
    id: 'F51',
    title: 'A comment that is too long',
    happens: 'The report is cut at its parts to what is left beside the marker, on creation and on update.',
  },
  {
    id: 'F52',
    title: 'A summary or an annotation that is too long',
    happens: 'Cut before the runner would drop it.',
  },
  {
    id: 'F53',
    title: 'A token that may only read',
    happens: 'Expected for forks and Dependabot: report in the summary, a warning, the verdict as it is.',
  },
  {
    id: 'F54',
    title: 'Other events',
    happens:
      'merge_group, push, schedule, dispatch, tags and releases are read; without a pull request there is no comment.',
  },
  {
    id: 'F55',
    title: 'GitHub Enterprise Server',
    happens:
      'The server is asked at the addresses that the runner gives, for REST and GraphQL; proxies are those of the toolkit.',
    but: 'No Enterprise Server was at hand: a real one needs a look from outside.',
  },
  {
    id: 'F56',
    title: 'A broken event file, or no runner at all',
    happens: 'Exit code 3 that says so; without a runner, the command line is named.',
  },
  {
    id: 'F57',
    title: 'The runtime',
    happens: '`using: node24`; the command line runs on Node.js 22.19 and later.',
  },
];
