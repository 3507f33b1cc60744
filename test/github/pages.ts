/** Pages of a list as the GitHub of the tests gives them. */
import type { Answer } from './answers.ts';

const PAGE_DEFAULT = 30;
const PAGE_MAX = 100;

/** One page of `all` with the links to the others. `bodyOf`: what is around the items. */
export function pageOf<Item>(
  url: URL,
  all: readonly Item[],
  bodyOf: (items: readonly Item[]) => unknown = (items) => items,
): Answer {
  const perPage = Math.min(Number(url.searchParams.get('per_page') ?? PAGE_DEFAULT), PAGE_MAX);
  const page = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const link = (to: number, rel: string): string =>
    `<${url.origin}${url.pathname}?per_page=${perPage}&page=${to}>; rel="${rel}"`;
  const links = [
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first'), link(page - 1, 'prev')] : []),
  ];
  const body = bodyOf(all.slice((page - 1) * perPage, page * perPage));
  return { status: 200, body, ...(links.length > 0 && { headers: { link: links.join(', ') } }) };
}
