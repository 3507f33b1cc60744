/** Every type that the glossary names is in src/domain, with the property it names. */
import { expect, it } from 'vitest';
import { listFiles, readText } from './repository.ts';

const DOMAIN = listFiles()
  .filter((path) => path.startsWith('src/domain/'))
  .map(readText)
  .join('\n');

/** `Counts.ok`, `METRICS['error-rate']` and the like: the third column. */
const NAMED = readText('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .flatMap((line) =>
    [...(line.split('|').at(3) ?? '').matchAll(/`(?<name>[^`]+)`/gu)].map(([, name]) => name ?? ''),
  );

it('names types', () => {
  expect(NAMED.length).toBeGreaterThan(40);
});

it.each(NAMED)('%s is in src/domain', (name) => {
  const [type = '', property = ''] = name.replaceAll(/['"\]]/gu, '').split(/[.[]/u);
  expect(declarationOf(type)).toContain(property);
});

it('misses a type that is not there', () => {
  expect(() => declarationOf('Nonsense')).toThrow('Nonsense');
});

/** The text of an exported declaration: to the brace or semicolon that ends it at the line's beginning or end. */
function declarationOf(type: string): string {
  const start = new RegExp(`^export (?:interface|type|const|class) ${type}\\b`, 'mu').exec(DOMAIN);
  if (start === null) throw new Error(`src/domain exports no ${type}`);
  const rest = DOMAIN.slice(start.index);
  return rest.slice(0, /^\}|;\n\n/mu.exec(rest)?.index);
}
