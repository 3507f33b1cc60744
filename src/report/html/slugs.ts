/** Names as they may stand in an address or be called in a folder. */

/** Longer ones are cut. */
const LENGTH_MAX = 48;

/**
 * One for each name, in their order: lower-case letters, digits and hyphens, never empty, no two alike. A name of nothing else stays as it is, so that a
 * link to `browse` survives whatever is added beside it.
 */
export function slugsOf(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = slugOf(name);
    let slug = plain;
    for (let number = 2; taken.has(slug); number += 1) slug = `${plain}-${number}`;
    taken.add(slug);
    return slug;
  });
}

function slugOf(name: string): string {
  const letters = name
    .slice(0, 4 * LENGTH_MAX)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, LENGTH_MAX)
    .replaceAll(/^-+|-+$/gu, '');
  // Windows keeps some names for its devices, with any ending.
  return letters === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/u.test(letters)
    ? `scenario${letters === '' ? '' : `-${letters}`}`
    : letters;
}
