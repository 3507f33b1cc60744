/** The versions that the report names are the ones that are installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ENGINE_VERSIONS } from '../../../src/engines/versions.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

test.each(Object.entries(ENGINE_VERSIONS))('%s is %s in package.json and in the tree', (name, version) => {
  expect(read('package.json')).toMatchObject({ devDependencies: { [name]: version } });
  expect(read(`node_modules/${name}/package.json`)).toMatchObject({ version });
});
