/** The configurations of the gallery's stories: texts, as somebody commits them. */

const SHOP_SERVICE = `suite: bookshop
service:
  start: node server.ts --port {port} --knobs knobs.json
  ready: /health
`;

const BROWSING = `    requests:
      - { name: list, path: "/books?page={{page}}", weight: 3 }
      - { name: search, path: "/books?q={{word}}", weight: 1 }
      - { name: book, path: "/books/{{book}}", weight: 6 }
    variables:
      page: { random: [1, 20] }
      word: { list: [garden, harbour, night, winter, glass], pick: random }
      book: { random: [1, 4000] }
`;

/** People who look around; `settings` are lines of the scenario, `limits` one of them. */
export const browse = (top: string, settings: readonly string[], limits: string): string =>
  [
    `${SHOP_SERVICE}${top}`,
    'scenarios:',
    '  browse:',
    ...settings.map((line) => `    ${line}`),
    `    limits: ${limits}`,
    BROWSING,
  ].join('\n');

/** Runs of which ten make a baseline in a minute. */
const SHORT = ['users: 20', 'think-time: 50ms', 'warm-up: 1s', 'duration: 4s'];
/** Usual limits of the shop. */
export const LIMITS = '{ p95: { max-increase: 25%, max: 250ms }, throughput: { max-decrease: 25% } }';
/** The shop against its stored baseline. */
export const AGAINST_BASELINE = browse('compare: baseline\n', SHORT, LIMITS);

/** The shop beside the base commit, for so much time under load at most. */
export const beside = (budget: string, limits: string): string =>
  browse(`compare: base\nbudget: ${budget}\n`, ['users: 4', 'warm-up: 1s', 'duration: 5s'], limits);

/** Ten pages of the shop: name, method and path. Lists suffer when each book is asked for by itself. */
const PAGES: readonly (readonly [string, string])[] = [
  ['front page', 'GET /books?page=1'],
  ['last page', 'GET /books?page=20'],
  ['search', 'GET /books?q=garden'],
  ['fruitless search', 'GET /books?q=zzzz'],
  ['book', 'GET /books/42'],
  ['another book', 'GET /books/4000'],
  ['author', 'GET /authors/7'],
  ['another author', 'GET /authors/400'],
  ['statistics', 'GET /stats'],
  ['health', 'GET /health'],
];

/** Ten scenarios, one a page. */
export const TEN = `${SHOP_SERVICE}compare: baseline
baseline: { min-runs: 3 }
defaults:
  users: 4
  think-time: 10ms
  warm-up: 500ms
  duration: 1500ms
  limits: { p95: { max-increase: 40% }, throughput: { max-decrease: 25% } }
scenarios:
${PAGES.map(([name, request]) => `  ${name}: { requests: [${JSON.stringify(request)}] }`).join('\n')}
`;

/** Names that try to be markup, mentions, links, images, pieces of a table, and other text than they are. */
export const HOSTILE_NAMES = `${SHOP_SERVICE}compare: baseline
scenarios:
  browse:
    users: 10
    think-time: 20ms
    warm-up: 1s
    duration: 5s
    limits: { error-rate: { max: 50% } }
    requests:
${[
  '@octocat <img src=x onerror=alert(1)> [x](javascript:alert(1)) | `#1` | now',
  '</code></td></details><script>alert(1)</script>',
  '![](https://evil.example/p.png) www.evil.example me@evil.example',
  '``` > [!CAUTION] @everyone **merge this** $x$ :tada:',
]
  .map((name, index) => `      - { name: ${JSON.stringify(name)}, path: /books/${index + 1} }`)
  .join('\n')}
`;
