/** Lists of GitHub's REST API, page by page: a refusal on any page is a refusal of the whole list, never its end. */

/** Items on a page: as many as GitHub gives. */
export const PAGE_SIZE = 100;

/** A page as octokit hands it over. */
export interface Page {
  readonly data: unknown;
  readonly headers: { readonly link?: string | undefined };
}

/**
 * The items of all pages, in order. `ask` is given numbers from 1 on, while GitHub names a next page, and at most `pagesMax` times; what lies beyond is left out. Octokit's own
 * paging takes a conflict (409) for the end of a list.
 * Throws what `ask` and `read` throw.
 */
export async function everyPage<Item>(
  pagesMax: number,
  ask: (page: number) => Promise<Page>,
  read: (data: unknown) => readonly Item[],
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let page = 1; page <= pagesMax; page += 1) {
    const { data, headers } = await ask(page);
    items.push(...read(data));
    if (!/rel="next"/.test(headers.link ?? '')) break;
  }
  return items;
}
