/** What Markdown comes to without its words, for comparing trees. */
import type { Html, Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const FORBIDDEN = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'definition',
  'footnoteReference',
  'footnoteDefinition',
]);
/** What GitHub would make something of in plain words. */
const LIVE = /@\w|#\d|:\w+:|https?:|www\.|[0-9a-f]{40}/u;

const parser = unified().use(remarkParse).use(remarkGfm);

/** A tree without its words: nodes, tables with their sizes, HTML with its tags, blocks of code with their languages. */
export interface Bones {
  readonly bones: string;
  readonly forbidden: readonly string[];
  readonly spoken: string;
}

/** The bones of a text, as GitHub's Markdown is read. */
export function bonesOf(markdown: string): Bones {
  const bones: string[] = [];
  const forbidden: string[] = [];
  const spoken: string[] = [];
  const walk = (node: Nodes, depth: number): void => {
    if (FORBIDDEN.has(node.type)) forbidden.push(node.type);
    if (node.type === 'text') spoken.push(node.value);
    // How many runs of text and code a sentence has depends on its words.
    if (node.type !== 'text' && node.type !== 'inlineCode') bones.push(`${depth} ${boneOf(node)}`);
    if ('children' in node) for (const child of node.children) walk(child, depth + 1);
  };
  walk(parser.parse(markdown), 0);
  return { bones: bones.join('\n'), forbidden, spoken: spoken.join(' ') };
}

function boneOf(node: Nodes): string {
  if (node.type === 'html') return `html ${tagsOf(node)}`;
  if (node.type === 'code') return `code ${node.lang ?? ''} ${node.meta ?? ''}`;
  return node.type === 'heading' ? `heading ${node.depth}` : node.type;
}

const tagsOf = ({ value }: Html): string => (value.match(/<[^>]*>/gu) ?? []).join('');

/** Nothing in a text leads anywhere, or calls anybody. @throws Error that names what does */
export function expectInert({ forbidden, spoken }: Bones): void {
  if (forbidden.length > 0) throw new Error(`the report has ${forbidden.join(', ')}`);
  const live = LIVE.exec(spoken);
  if (live !== null) throw new Error(`its text has ${JSON.stringify(live[0])}`);
}
