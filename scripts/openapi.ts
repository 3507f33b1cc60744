/**
 * Cuts the part of GitHub's OpenAPI description that Loadgate talks to, for the tests' local GitHub (test/github/openapi.json).
 * The whole description is some 13 MB and stays out of the repository. To renew the part:
 *
 *     npm pack @octokit/openapi@23.0.2            (in a folder of its own)
 *     tar xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json package/LICENSE
 *     npm exec -c 'node scripts/openapi.ts <folder>/package/generated/api.github.com.json'
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Operations to keep, by path. */
const OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['get', 'patch', 'delete'],
  '/repos/{owner}/{repo}/pulls': ['get'],
  '/repos/{owner}/{repo}/collaborators/{username}/permission': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/files': ['get'],
  '/repos/{owner}/{repo}/commits/{commit_sha}/pulls': ['get'],
  '/repos/{owner}/{repo}/commits/{ref}/check-runs': ['get'],
  '/repos/{owner}/{repo}/compare/{basehead}': ['get'],
  '/repos/{owner}/{repo}/check-runs': ['post'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}': ['get', 'patch'],
  '/repos/{owner}/{repo}/git/ref/{ref}': ['get'],
  '/repos/{owner}/{repo}/git/matching-refs/{ref}': ['get'],
  '/repos/{owner}/{repo}/git/refs': ['post'],
  '/repos/{owner}/{repo}/git/refs/{ref}': ['delete'],
  '/repos/{owner}/{repo}/git/trees': ['post'],
  '/repos/{owner}/{repo}/git/trees/{tree_sha}': ['get'],
  '/repos/{owner}/{repo}/git/blobs/{file_sha}': ['get'],
  '/repos/{owner}/{repo}/git/commits': ['post'],
  '/rate_limit': ['get'],
  '/user': ['get'],
};

const OUTPUT = join(import.meta.dirname, '..', 'test', 'github', 'openapi.json');

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function object(value: Json | undefined, name: string): JsonObject {
  if (!isObject(value)) throw new Error(`${name} is missing in the description`);
  return value;
}

/** Words for people, and examples where nothing refers to them, are dropped: the tests need the shapes. */
const DROPPED = new Set([
  'description',
  'summary',
  'x-github',
  'x-octokit',
  'externalDocs',
  'example',
  'examples',
]);

/** The value without its prose. Inside `properties` every key is a name, not a keyword. */
function shape(value: Json, named = false): Json {
  if (Array.isArray(value)) return value.map((each: Json) => shape(each));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => named || !DROPPED.has(key));
  return Object.fromEntries(kept.map(([key, each]) => [key, shape(each, key === 'properties' && !named)]));
}

/** Every `#/components/…` reference in a value. */
function references(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each: Json) => references(each));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === '$ref' && typeof each === 'string' ? [each] : references(each),
  );
}

const resolve = (root: JsonObject, pointer: string): Json =>
  pointer
    .slice(2)
    .split('/')
    .reduce((at: Json, key) => object(object(at, pointer)[key], pointer), root);

/** The components that the paths need, and those that these need, and so on. */
function closure(root: JsonObject, start: Json): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  const open = [...references(start)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    const component = shape(resolve(root, next));
    found.set(next, component);
    open.push(...references(component));
  }
  return found;
}

function components(found: ReadonlyMap<string, Json>): JsonObject {
  const sections: Record<string, Record<string, Json>> = {};
  for (const [pointer, component] of [...found].toSorted(([left], [right]) =>
    left.localeCompare(right, 'en'),
  )) {
    const [, , section = '', name = ''] = pointer.split('/');
    sections[section] = { ...sections[section], [name]: component };
  }
  return sections;
}

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('Give the path of api.github.com.json of @octokit/openapi.');
const text: Json = JSON.parse(readFileSync(source, 'utf8'));
const whole = object(text, 'the description');
const allPaths = object(whole.paths, 'paths');
const paths = Object.fromEntries(
  Object.entries(OPERATIONS).map(([path, methods]) => {
    const all = object(allPaths[path], path);
    return [path, shape(Object.fromEntries(methods.map((method) => [method, all[method] ?? null])))];
  }),
);
const { version } = object(whole.info, 'info');
if (typeof version !== 'string') throw new Error('the description has no version');
const part = {
  openapi: whole.openapi ?? '3.0.3',
  info: {
    title: "Part of GitHub's OpenAPI description",
    version,
    description: `The operations Loadgate uses, without prose; cut by scripts/openapi.ts from @octokit/openapi ${version} (https://github.com/octokit/openapi), which is made from https://github.com/github/rest-api-description.`,
    license: { name: 'MIT', 'x-text': readFileSync(join(dirname(source), '..', 'LICENSE'), 'utf8').trim() },
  },
  paths,
  components: components(closure(whole, paths)),
};
writeFileSync(OUTPUT, `${JSON.stringify(part, null, 1)}\n`);
process.stdout.write(`${OUTPUT}: ${Math.round(JSON.stringify(part, null, 1).length / 1000)} kB\n`);
