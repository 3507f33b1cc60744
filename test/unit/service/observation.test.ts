/** What is added to the environment of services that are observed. */
import { expect, it } from 'vitest';
import { withPreload } from '../../../src/service/observation.ts';

it.each([
  ['', '/opt/a/observer.cjs', '--require /opt/a/observer.cjs'],
  ['--no-warnings', '/opt/a/observer.cjs', '--no-warnings --require /opt/a/observer.cjs'],
  ['', '/opt/my app/observer.cjs', '--require "/opt/my app/observer.cjs"'],
  ['', '/opt/"a"/observer.cjs', String.raw`--require "/opt/\"a\"/observer.cjs"`],
  ['', String.raw`/opt/a\b/observer.cjs`, String.raw`--require "/opt/a\\b/observer.cjs"`],
])('the options %j and the file %j make %j', (options, file, wanted) => {
  expect(withPreload(options, file)).toBe(wanted);
});
