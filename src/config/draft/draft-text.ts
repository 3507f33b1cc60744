/** A configuration to start from, as text: the same for every service, or with the requests of a draft in it. */
import { Lexer } from 'yaml';
import { placeholdersIn } from '../templates.ts';
import { emptyMap, type Tree } from '../tree.ts';
import { counted, type Draft, type DraftRequest, type DraftVariable, isSafe } from './draft.ts';
import { oneLine } from './inert.ts';
import { withOwnNames } from './names.ts';
import { entryLines, pathWord, quoted } from './yaml-words.ts';

/** What becomes of requests that change something: comments, or requests like the others. */
export type Unsafe = 'commented' | 'live';

const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/loadgate/loadgate/v1/schema/loadgate.schema.json
# Loadgate: what is booted, what load is put on it, and how much worse it may get.
`;

const SERVICE = `suite: default

service:
  # build: npm ci
  start: node server.js --port {port} # a free port, also given as PORT
  ready: /health # answered below 500 twice in a row: ready
  ready-timeout: 30s

scenarios:
  main:
    users: 10 # each waits for its answer before it sends again
    warm-up: 3s
    duration: 20s
    requests:
`;

const EXAMPLES = `      - GET /
    # - name: order
    #   method: POST
    #   path: /orders
    #   json: { book: "{{id}}" }
    #   weight: 2
    #   expect: [201]
    # variables:
    #   id: { random: [1, 500] }
`;

const LIMITS = `    limits:
      p95: { max-increase: 10% } # against the baseline; add max: 200ms for an absolute limit
      throughput: { max-decrease: 10% }
      error-rate: { max: 1% }

policy:
  on-inconclusive: pass
  on-no-baseline: pass
`;

/** The configuration to start from when nothing is known of the service. */
export const STARTER_CONFIG = `${HEAD}${SERVICE}${EXAMPLES}${LIMITS}`;

/** Requests of one scenario. */
const REQUESTS_MAX = 200;
/** Bytes of requests and variables: room is left for comments below the size of a configuration. */
const BYTES_MAX = 120_000;
/** Words, brackets and line ends of YAML: a configuration has a bound of its own for these. */
const LEXEMES_MAX = 40_000;
const COMMENT_WIDTH = 110;

/** A draft as a configuration; requests that do not fit are left out, those that change something first. */
export function draftText(draft: Draft, unsafe: Unsafe = 'commented'): string {
  const isLive = ({ method }: DraftRequest): boolean => unsafe === 'live' || isSafe(method);
  const requests = fitting({ ...draft, requests: withOwnNames(draft.requests) });
  const comments = [...draft.notes, ...notesOf(draft, requests, unsafe)];
  const lines = [
    ...(requests.some(isLive)
      ? []
      : ['- GET / # nothing was found that only reads: put a request of yours here']),
    ...requests.flatMap((request) => commentedUnless(isLive(request), requestLines(request))),
  ];
  return [
    HEAD,
    ...comments.flatMap((sentence) => ['#', ...comment(sentence)]).map((line) => `${line}\n`),
    SERVICE,
    ...lines.map((line) => `      ${line}\n`),
    ...variableLines(draft, requests, isLive).map((line) => `    ${line}\n`),
    LIMITS,
  ].join('');
}

/** What had to be left out, and what a person has to do about the rest. */
function notesOf(draft: Draft, requests: readonly DraftRequest[], unsafe: Unsafe): readonly string[] {
  const left = draft.requests.length - requests.length;
  const changing = unsafe === 'live' ? 0 : requests.filter(({ method }) => !isSafe(method)).length;
  return [
    ...(left === 0
      ? []
      : [
          `${counted(left, 'request', ['is', 'are'])} left out: a scenario holds at most ${REQUESTS_MAX}, and a configuration has a largest size.`,
        ]),
    ...(changing === 0
      ? []
      : [
          `${counted(changing, 'request', ['changes', 'change'])} something and ${changing === 1 ? 'is a comment' : 'are comments'}: a load sends each thousands of times. Where the service may be changed so, remove the "# " before a request and before its variables.`,
        ]),
  ];
}

/** The requests that fit, in their order. Those that only read come first, then the heavier. */
function fitting({ requests, variables }: Draft): readonly DraftRequest[] {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const inOrder = requests.toSorted(
    (one, other) => Number(isSafe(other.method)) - Number(isSafe(one.method)) || other.weight - one.weight,
  );
  const kept = new Set<DraftRequest>();
  const entered = new Set<string>();
  const room = { bytes: BYTES_MAX, lexemes: LEXEMES_MAX };
  for (const request of inOrder) {
    if (kept.size >= REQUESTS_MAX) break;
    const news = [...variablesOf(request)].filter((name) => !entered.has(name));
    const entries = news.flatMap((name) => byName.get(name) ?? []).map(variableLine);
    const text = [...requestLines(request), ...entries].join('\n');
    const bytes = Buffer.byteLength(text);
    if (bytes > room.bytes) continue;
    const lexemes = [...new Lexer().lex(text)].length;
    if (lexemes > room.lexemes) continue;
    room.bytes -= bytes;
    room.lexemes -= lexemes;
    kept.add(request);
    for (const name of news) entered.add(name);
  }
  return requests.filter((request) => kept.has(request));
}

function variablesOf({ path }: DraftRequest): ReadonlySet<string> {
  return new Set(placeholdersIn(path).map(({ name }) => name));
}

/** One request as an entry of a list: a line where a line says it all. */
function requestLines(request: DraftRequest): readonly string[] {
  const { name, method, path, headers, body, weight, expect, remarks } = request;
  const notes = remarks.map((remark) => `# ${oneLine(remark, 200)}`);
  const isPlain =
    name === null && headers.length === 0 && body === null && weight === 1 && expect.length === 0;
  if (isPlain) return [...notes, `- ${pathWord(`${method} ${path}`)}`];
  const [first = '', ...rest] = [
    ...(name === null ? [] : [`name: ${quoted(name)}`]),
    ...(method === 'GET' ? [] : [`method: ${method}`]),
    `path: ${pathWord(path)}`,
    ...(headers.length === 0 ? [] : entryLines('headers', mapOf(headers))),
    ...bodyLines(request),
    ...(weight === 1 ? [] : [`weight: ${weight}`]),
    ...(expect.length === 0 ? [] : [`expect: [${expect.join(', ')}]`]),
  ];
  return [...notes, `- ${first}`, ...rest.map((line) => `  ${line}`)];
}

function bodyLines({ body }: DraftRequest): readonly string[] {
  if (body === null) return [];
  return body.kind === 'json' ? entryLines('json', body.value) : [`body: ${quoted(body.text)}`];
}

function mapOf(entries: readonly (readonly [string, Tree])[]): Tree {
  const map = emptyMap();
  for (const [name, value] of entries) map[name] = value;
  return map;
}

/** The variables that requests use: comments where only comments use them. */
function variableLines(
  { variables }: Draft,
  requests: readonly DraftRequest[],
  isLive: (request: DraftRequest) => boolean,
): readonly string[] {
  const namesIn = (some: readonly DraftRequest[]): ReadonlySet<string> =>
    new Set(some.flatMap((request) => [...variablesOf(request)]));
  const live = namesIn(requests.filter(isLive));
  const all = namesIn(requests);
  const used = variables.filter(({ name }) => all.has(name));
  if (used.length === 0) return [];
  return [
    ...commentedUnless(live.size > 0, ['variables:']),
    ...used.flatMap((variable) =>
      commentedUnless(live.has(variable.name), [variableLine(variable)]).map((line) => `  ${line}`),
    ),
  ];
}

/** Texts of digits need no quotes in a list of texts. */
function variableLine({ name, values, remark }: DraftVariable): string {
  const words = values.map((value) => (/^\d{1,15}$/u.test(value) ? value : quoted(value)));
  return `${name}: { list: [${words.join(', ')}] }${remark === null ? '' : ` # ${oneLine(remark, 100)}`}`;
}

function commentedUnless(isLive: boolean, lines: readonly string[]): readonly string[] {
  return isLive ? lines : lines.map((line) => `# ${line}`);
}

/** A sentence as lines of comment. */
function comment(sentence: string): readonly string[] {
  const lines: string[] = [];
  for (const word of oneLine(sentence, 1000).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < COMMENT_WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${word}`);
  }
  return lines;
}
