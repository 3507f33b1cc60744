/** `$ref`: those into the document itself are followed, within bounds; nothing else is ever fetched. */
import { entryOf, isTreeMap, itemsOf, type Tree } from '../tree.ts';

/** The references of one document. */
export interface References {
  /** What a value stands for; undefined where a reference leads nowhere, in a circle, or out of the document. */
  readonly follow: (node: Tree | undefined) => Tree | undefined;
  /** How many references that lead out of the document were met. */
  readonly outside: () => number;
}

/** References that lead to references: more is a circle. */
const HOPS_MAX = 20;
/** Different references out of the document that are remembered. */
const OUTSIDE_MAX = 1000;

/** The references of a document. */
export function referencesOf(document: Tree): References {
  const outside = new Set<string>();
  const follow = (start: Tree | undefined): Tree | undefined => {
    let node = start;
    for (let hops = 0; hops < HOPS_MAX; hops++) {
      const reference = entryOf(node, '$ref');
      if (typeof reference !== 'string') return node;
      if (!reference.startsWith('#')) {
        if (outside.size < OUTSIDE_MAX) outside.add(reference.slice(0, 500));
        return undefined;
      }
      node = lookUp(document, reference);
    }
    return undefined;
  };
  return { follow, outside: () => outside.size };
}

/** JSON Pointer in a fragment (RFC 6901). */
function lookUp(document: Tree, reference: string): Tree | undefined {
  if (reference === '#') return document;
  if (!reference.startsWith('#/') || reference.length > 2000) return undefined;
  return reference
    .slice(2)
    .split('/')
    .reduce<Tree | undefined>((node, step) => {
      const name = decoded(step);
      return isTreeMap(node)
        ? entryOf(node, name)
        : itemsOf(node)[/^\d{1,9}$/u.test(name) ? Number(name) : -1];
    }, document);
}

function decoded(step: string): string {
  const plain = /%[0-9a-f]{2}/iu.test(step) ? decodeOr(step) : step;
  return plain.replaceAll('~1', '/').replaceAll('~0', '~');
}

function decodeOr(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
