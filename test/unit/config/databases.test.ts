/** Databases that are watched: their variables are named, set, and chosen by the base commit. */
import { describe, expect, it } from 'vitest';
import { configHashes } from '../../../src/measure/setting.ts';
import { failureOf, load, problemsIn } from './loading.ts';

const URL = 'postgres://shop:open-sesame@127.0.0.1:5432/shop';
const env = { BOOKS_URL: URL, ORDERS_URL: 'valkeys://:open-sesame@127.0.0.1', OTHER: 'file:./sesame.db' };

const config = (databases: string): string =>
  `databases: ${databases}\nservice: { start: node server.js }\nscenarios: { main: {} }\n`;
const ONE = config('{ books: { url-from: BOOKS_URL } }');
const NONE = ONE.replace(/.*\n/, '');

describe('databases', () => {
  it('are their names and variables in the plan, and their URLs in nothing', async () => {
    const { plan } = await load({
      text: config('{ books: { url-from: BOOKS_URL }, orders: { url-from: ORDERS_URL } }'),
      env,
    });
    expect(plan.databases).toEqual([
      { name: 'books', urlFrom: 'BOOKS_URL' },
      { name: 'orders', urlFrom: 'ORDERS_URL' },
    ]);
    expect(JSON.stringify(plan)).not.toContain('sesame');
  });

  it('are none unless they are named, and leave the hash of the configuration alone', async () => {
    const without = await load({ text: NONE });
    expect(without.plan.databases).toEqual([]);
    expect(configHashes((await load({ text: ONE, env })).plan)).toEqual(configHashes(without.plan));
  });

  it.each([
    [
      'a variable that is not set',
      '{ books: { url-from: MISSING } }',
      '1:33: `databases.books.url-from` must name an environment variable that is set (got "MISSING"); give it to the step or the shell that runs Loadgate, or leave the database out (pull requests of forks and of Dependabot have no secrets)',
    ],
    [
      'a URL of something else',
      '{ books: { url-from: OTHER } }',
      '1:33: `databases.books.url-from` must name an environment variable that holds a URL with postgres://, postgresql://, mysql://, mariadb://, redis://, rediss://, valkey:// or valkeys:// (got "OTHER"); write it like postgres://user:password@127.0.0.1:5432/shop, with special characters of the password percent-encoded',
    ],
    [
      'a variable of the runner',
      '{ books: { url-from: GITHUB_TOKEN } }',
      '1:33: `databases.books.url-from` must be no variable of the runner (got "GITHUB_TOKEN"); put the value into one with a name of its own',
    ],
    [
      'a URL in the place of its variable',
      `{ books: { url-from: "${URL}" } }`,
      `1:33: \`databases.books.url-from\` must be the name of an environment variable (got "${URL}")`,
    ],
    [
      'no variable',
      '{ books: {} }',
      '1:14: `databases.books.url-from` is missing; it must be the name of an environment variable',
    ],
    [
      'another key',
      '{ books: { url: BOOKS_URL, url-from: BOOKS_URL } }',
      '1:23: unknown key `url` in `databases.books`; known keys: url-from',
    ],
  ])('with %s are refused', async (_, databases, problem) => {
    expect(
      await problemsIn({ text: config(databases), env: { ...env, GITHUB_TOKEN: 'x'.repeat(40) } }),
    ).toEqual([problem]);
  });

  it('show no value in a complaint', async () => {
    const failure = await failureOf({ text: config('{ books: { url-from: OTHER } }'), env });
    expect(JSON.stringify(failure.detail)).not.toContain('sesame');
  });

  it('need no value where nothing is sent', async () => {
    expect((await load({ text: ONE, sendsNothing: true })).plan.databases).toHaveLength(1);
  });
});

describe('databases on a pull request', () => {
  const change = config('{ books: { url-from: PAYROLL_URL } }');

  it('are those of the base commit', async () => {
    const { plan, changedSettings } = await load({ text: change, base: ONE, env });
    expect(plan.databases).toEqual([{ name: 'books', urlFrom: 'BOOKS_URL' }]);
    expect(changedSettings).toEqual(['databases']);
  });

  it.each([
    ['has none', NONE],
    ['has no configuration', null],
    ['has one that cannot be used', 'nonsense'],
  ])('are none where the base commit %s', async (_, base) => {
    const { plan, changedSettings } = await load({ text: change, base, env });
    expect(plan.databases).toEqual([]);
    expect(changedSettings).toEqual(['databases']);
  });

  it('may be missing from the environment: what is not there is told by the report', async () => {
    const { plan, changedSettings } = await load({ text: ONE, base: ONE });
    expect(plan.databases).toHaveLength(1);
    expect(changedSettings).toEqual([]);
  });
});
