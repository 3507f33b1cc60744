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
    happens:
      'The socket that listens has to be of our tree, when the service is ready and again after each load: a stranger is never judged, nor is a service whose port somebody took over.',
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
      'Compose is part of the start command: what fails there ends the command, which is told as in F2. A port that a container answers at is told (`port-answered-by-other`), with what to do.',
    but: 'Loadgate starts and stops no containers itself: no test can promise that none are left, and the command has to end them ([containers](containers.md)).',
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
  {
    id: 'F17',
    title: 'Answers that are no HTTP',
    happens: 'Connection errors, or timeouts where a client has to wait for more.',
    but: 'autocannon reads three things that HTTP does not allow: a length that is no number (`0x02`), a NUL in a header, a length beside chunks. `engine: undici` does not.',
  },
  {
    id: 'F18',
    title: 'Answers without a body, and interim ones',
    happens: 'Counted once each, as what they are.',
  },
  {
    id: 'F19',
    title: 'Nothing is answered',
    happens:
      'Never a pass. Where the error rate has a limit, as it has by default, it is broken: exit code 1. Else void: exit code 2, as too few answers are.',
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
      'None decides. Of our own engine, Locust and k6 the account of requests counts; that Locust or k6 ended otherwise than it should is told. Of other tools the output is imported.',
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
    but: 'That it was the kernel is a guess, and said as one: a test cannot make the machine of others run out of memory.',
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
    happens:
      'Exit code 2 that says so, or a verdict; never a pass that was not earned, nor a gate that is left open because the base commit could not be looked at.',
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
      'A file is that of the base commit, a branch is read at its tip: either way what the default branch accepted. Runs of another machine or configuration are not compared with, and many small changes in one direction are told as drift. Commits and dates are in the report.',
    but: 'An accepted run has no last day: what it is worth is told by its machine and configuration, not by its age. `baseline prune` takes out machines of which none was accepted for 90 days.',
  },
  {
    id: 'F39',
    title: 'Two pushes of a baseline at once',
    happens:
      'Whoever comes second reads the new tip, applies its change to it (a run, an acceptance, pruning), and tries again, with pauses that grow and differ: no run is lost, none is there twice, and no push is forced. A conflict in a file is one of git, and a file with its marks is corrupt (F35).',
  },
  {
    id: 'F40',
    title: 'A push that is refused',
    happens:
      'A refusal that would come again (a rule, a right, a missing repository) is not tried again, and is a warning with its remedy; the verdict stands. What a hook says gives the runner no command and shows no secret. A hook that hangs or never stops talking is left after a minute, and no attempt begins after two.',
  },
  {
    id: 'F41',
    title: 'A branch for baselines that is not there',
    happens:
      'It is a first run. The run that passes makes the branch; of two that do so at the same moment, one goes on with the other’s. A branch that cannot be reached is exit code 2, never a first run.',
  },
  {
    id: 'F42',
    title: 'A push that starts the workflow again',
    happens:
      'Commits of accepted runs say `[skip ci]`, the branch holds no workflow, and a run on the branch itself is refused with exit code 3.',
    but: "That GitHub starts nothing for its workflow's own token, and obeys `[skip ci]`, is its promise: a fake GitHub cannot show it.",
  },
  {
    id: 'F43',
    title: 'Shallow, partial, detached and other clones',
    happens: 'The base commit is fetched elsewhere by its id; the clone stays as it is, to the byte.',
  },
  {
    id: 'F44',
    title: 'The base commit does not build or boot',
    happens:
      'Never the fault of the change: what can be judged without it is, and the report says so. What this machine refuses (processes, open files, space) is no fault of the base commit: exit code 2.',
  },
  {
    id: 'F45',
    title: 'A repeated run, or an old one that ends late',
    happens:
      'One comment, one check run, one entry among the accepted runs, one acceptance of a commit for each metric; a newer run is not overwritten by an older one.',
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
    happens:
      'The list is read before a second creation, and after it. A commit of an accepted run whose answer was lost is found on the branch.',
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
      'merge_group, push, schedule, dispatch, tags and releases are read; without a pull request there is no comment. A merge group asks its pull request, and a push all that it merged, what they accept.',
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
    happens:
      '`using: node24`; the command line needs Node.js 24 or later, and says so to an older one: exit code 3.',
  },
];
