/** A document in sections of whole blocks, and how it is shortened: the least worthy blocks go first, and never in the middle. */

/** A block of a document, in versions from the longest to the shortest. Each is complete in itself; '' is nothing. */
export interface Part {
  readonly versions: readonly [string, ...string[]];
  /** What is worth less goes first; infinite never goes, and shrinks only to its last version. */
  readonly worth: number;
  /** What to say when it is shortened or left out. */
  readonly called: string;
}

/** A section: its blocks between an opening and an end (a heading, or a fold with its closing tag). Without blocks it is not there. */
export interface Section {
  readonly opening: string;
  readonly parts: readonly Part[];
  readonly end: string;
}

/** A section under a heading; '' for none. */
export const headed = (opening: string, parts: readonly Part[]): Section => ({ opening, parts, end: '' });

/** The document in at most `limit` characters. `note` says what was left out, and is only called with something. */
export function fit(
  sections: readonly Section[],
  limit: number,
  note: (called: readonly string[]) => string,
): string {
  const chosen = new Map<Part, number>();
  const cut = new Set<string>();
  const candidates = shrinkOrder(sections);
  let text = write(sections, chosen);
  for (const part of candidates) {
    const room = cut.size === 0 ? limit : limit - note([...cut]).length - 2;
    if (text.length <= room) break;
    chosen.set(part, (chosen.get(part) ?? 0) + 1);
    cut.add(part.called);
    text = write(sections, chosen);
  }
  return cut.size === 0 ? text : `${text}\n\n${note([...cut])}`;
}

/** Each part as often as it can shrink: the least worthy first, of equals the last one, step by step through its versions. */
function shrinkOrder(sections: readonly Section[]): readonly Part[] {
  const parts = sections.flatMap((section) => section.parts).toReversed();
  return parts
    .toSorted((left, right) => (left.worth < right.worth ? -1 : left.worth > right.worth ? 1 : 0))
    .flatMap((part) => {
      const steps = part.versions.length - (part.worth === Infinity ? 1 : 0);
      return Array.from({ length: steps }, () => part);
    });
}

function write(sections: readonly Section[], chosen: ReadonlyMap<Part, number>): string {
  return sections
    .map(({ opening, parts, end }) => {
      const blocks = parts.map((part) => part.versions[chosen.get(part) ?? 0] ?? '').filter(Boolean);
      return blocks.length === 0 ? '' : [opening, ...blocks, end].filter(Boolean).join('\n\n');
    })
    .filter(Boolean)
    .join('\n\n');
}
