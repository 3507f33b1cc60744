/** The shop's addresses: from a method, a path and a body to a status and a JSON value. Knows no sockets. */
import type { Order, Shop } from './shop.ts';

/** One request, as far as the shop cares. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Empty where there is none. */
  readonly body: string;
}

/** One answer; `body` becomes JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Call {
  /** What the path's pattern caught. */
  readonly id: number;
  readonly query: URLSearchParams;
  readonly body: string;
}

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (call: Call, shop: Shop) => Answer;
}

const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/health$/u, answer: () => ok({ status: 'ok' }) },
  { method: 'GET', path: /^\/books$/u, answer: listBooks },
  {
    method: 'GET',
    path: /^\/books\/(?<id>[^/]+)$/u,
    answer: ({ id }, shop) => found(shop.book(id), 'book', id),
  },
  {
    method: 'GET',
    path: /^\/authors\/(?<id>[^/]+)$/u,
    answer: ({ id }, shop) => found(shop.author(id), 'author', id),
  },
  { method: 'POST', path: /^\/orders$/u, answer: placeOrder },
  {
    method: 'GET',
    path: /^\/orders\/(?<id>[^/]+)$/u,
    answer: ({ id }, shop) => found(shop.order(id), 'order', id),
  },
  { method: 'GET', path: /^\/stats$/u, answer: (_, shop) => ok(shop.stats()) },
];

/** Answers one request. Faults of the caller are answers too: 400, 404, 405. */
export function answer({ method, target, body }: Asked, shop: Shop): Answer {
  const { pathname, searchParams } = new URL(`http://shop${target}`);
  const routes = ROUTES.filter(({ path }) => path.test(pathname));
  const route = routes.find((each) => each.method === (method === 'HEAD' ? 'GET' : method));
  if (routes.length === 0) return refused(404, [`there is nothing at ${pathname}`]);
  if (route === undefined) {
    const allow = routes.map((each) => each.method).join(', ');
    return { ...refused(405, [`${pathname} takes ${allow}`]), headers: { allow } };
  }
  const caught = route.path.exec(pathname)?.groups?.['id'];
  const id = caught === undefined ? 0 : wholeNumber(caught);
  if (id === null) return refused(400, [`"${caught}" is not a number of this shop`]);
  return route.answer({ id, query: searchParams, body }, shop);
}

/** An answer that says what is wrong, all at once. */
export function refused(status: number, errors: readonly string[]): Answer {
  return { status, headers: {}, body: { errors } };
}

function listBooks({ query }: Call, shop: Shop): Answer {
  const page = wholeNumber(query.get('page') ?? '1');
  const search = query.get('q') ?? '';
  const errors = [
    ...(page === null ? ['page must be a whole number from 1'] : []),
    ...(search.length > 100 ? ['q must have at most 100 characters'] : []),
  ];
  return page === null || errors.length > 0 ? refused(400, errors) : ok(shop.list(page, search));
}

function placeOrder({ body }: Call, shop: Shop): Answer {
  const asked = parseObject(body);
  if (asked === null)
    return refused(400, ['the body must be a JSON object such as {"book": 42, "quantity": 1}']);
  const { book, quantity } = asked;
  const errors = [
    ...(isWhole(book) ? [] : ['book must be the number of a book']),
    ...(isWhole(quantity) && quantity <= 99 ? [] : ['quantity must be a whole number from 1 to 99']),
  ];
  if (!isWhole(book) || !isWhole(quantity) || errors.length > 0) return refused(400, errors);
  const order = shop.placeOrder(book, quantity);
  return order === null ? refused(400, [`there is no book ${book}`]) : created(order);
}

function created(order: Order): Answer {
  return { status: 201, headers: { location: `/orders/${order.id}` }, body: order };
}

function ok(body: unknown): Answer {
  return { status: 200, headers: {}, body };
}

function found(body: object | null, kind: string, id: number): Answer {
  return body === null ? refused(404, [`there is no ${kind} ${id}`]) : ok(body);
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function wholeNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : null;
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value < 1e9;
}
