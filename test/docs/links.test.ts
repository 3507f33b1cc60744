/** Every link of the documentation to a file of the repository leads somewhere, to the heading it names as well. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { listFiles, readText, ROOT } from './repository.ts';

const PAGES = listFiles().filter((path) => path.endsWith('.md') && !path.startsWith('test/'));

describe.each(PAGES)('%s', (page) => {
  it('links to what is there', () => {
    const broken = linksOf(page).filter((link) => !leadsSomewhere(page, link));
    expect(broken).toEqual([]);
  });
});

it('the README leads to every page of the documentation', () => {
  const linked = new Set(linksOf('README.md').map((link) => link.split('#')[0]));
  const pages = PAGES.filter((page) => /^docs\/[^/]+\.md$/u.test(page));
  expect(pages.filter((page) => !linked.has(page))).toEqual([]);
});

it('sees a broken link, and a heading that is not there', () => {
  expect(leadsSomewhere('README.md', 'docs/nothing.md')).toBe(false);
  expect(leadsSomewhere('docs/architecture.md', '../LICENSE')).toBe(true);
  expect(leadsSomewhere('README.md', 'docs/architecture.md#the-flow')).toBe(true);
  expect(leadsSomewhere('README.md', 'docs/architecture.md#no-such-heading')).toBe(false);
});

/** Addresses of links and images that are not on the web. */
function linksOf(page: string): readonly string[] {
  return nodesOf(page)
    .flatMap((node) => ('url' in node ? [node.url] : []))
    .filter((url) => !/^[a-z]+:/u.test(url));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading = ''] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), decodeURI(path)));
  if (target.startsWith('..') || !existsSync(join(ROOT, target))) return false;
  return (
    heading === '' || (!statSync(join(ROOT, target)).isDirectory() && headingsOf(target).includes(heading))
  );
}

/** Headings as GitHub names them in addresses. */
function headingsOf(page: string): readonly string[] {
  return nodesOf(page)
    .filter((node) => node.type === 'heading')
    .map((node) =>
      words(node)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
}

function words(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(words).join('') : '';
}

function nodesOf(page: string): readonly Nodes[] {
  const walk = (node: Nodes): readonly Nodes[] => [
    node,
    ...('children' in node ? node.children.flatMap(walk) : []),
  ];
  return walk(unified().use(remarkParse).use(remarkGfm).parse(readText(page)));
}
