/** Containers that are watched, as people name them. */
import { describe, expect, it } from 'vitest';
import { warningsOf } from '../../../src/config/load.ts';
import { load, problemsIn } from './loading.ts';

const config = (containers: string | null, service = '{ start: node server.js }'): string =>
  [
    `service: ${service}`,
    ...(containers === null ? [] : [`containers: ${containers}`]),
    'scenarios: { main: {} }',
    '',
  ].join('\n');

const planned = async (containers: string | null, service?: string) =>
  (await load({ text: config(containers, service) })).plan.containers;

const started = (start: string, env = '{}') => `{ start: ${JSON.stringify(start)}, env: ${env} }`;

describe('containers', () => {
  it.each<[string, unknown]>([
    ['{ project: shop }', { kind: 'project', project: 'shop' }],
    ['{ project: "shop-{port}" }', { kind: 'project', project: 'shop-{port}' }],
    ['{ names: [web, shop.db_1, web] }', { kind: 'names', names: ['web', 'shop.db_1'] }],
  ])('%s', async (containers, plan) => {
    expect(await planned(containers)).toEqual(plan);
  });

  it.each<[string, string]>([
    ['docker compose -p shop up -d --wait db && exec node server.js', 'shop'],
    ['docker compose --project-name=shop-{port} up -d db\nexec node server.js', 'shop-{port}'],
    ["docker-compose -f a.yml --profile x -p 'shop' up -d db; node server.js", 'shop'],
    ['podman-compose \\\n  -p shop up -d db && node server.js', 'shop'],
    ['COMPOSE_PROJECT_NAME=shop docker compose up -d db && node server.js', 'shop'],
    ['COMPOSE_PROJECT_NAME=other docker compose -p shop up -d && node server.js', 'shop'],
  ])('are those of the project in %o', async (start, project) => {
    expect(await planned(null, started(start))).toEqual({ kind: 'project', project });
  });

  it('are those of the project in the environment of a start command with compose', async () => {
    const env = '{ COMPOSE_PROJECT_NAME: "shop-{port}" }';
    const project = { kind: 'project', project: 'shop-{port}' };
    expect(await planned(null, started('docker compose up -d && node server.js', env))).toEqual(project);
    expect(await planned(null, started('node server.js', env))).toBeNull();
  });

  it.each([
    'node server.js',
    'docker compose up -d db && node server.js',
    'docker compose run -p 8080:80 db && node server.js',
    'docker compose -p "$NAME" up -d && node server.js',
    'docker compose -p',
    'node server.js -p shop',
    'node docker-compose.js -p shop',
  ])('are none in %o', async (start) => {
    expect(await planned(null, started(start))).toBeNull();
  });

  it('that are named win over those of the start command', async () => {
    const start = started('docker compose -p shop up -d && node server.js');
    expect(await planned('{ names: [db] }', start)).toEqual({ kind: 'names', names: ['db'] });
  });

  it.each<[string, string]>([
    ['{}', '2:13: `containers` must have exactly one of project, names (got none)'],
    [
      '{ project: a, names: [b] }',
      '2:13: `containers` must have exactly one of project, names (got project and names)',
    ],
    [
      '{ project: Shop }',
      '2:24: `containers.project` must be the name of a compose project: small letters, digits, dashes and underscores, and {port} (got "Shop"); `docker compose ls` shows them',
    ],
    [
      '{ names: ["a b"] }',
      '2:23: `containers.names[0]` must be the name of a container: letters, digits, dots, dashes and underscores, and {port} (got "a b"); `docker ps` shows them',
    ],
    ['{ names: [] }', '2:22: `containers.names` must have at least 1 entry (got an empty list)'],
    ['shop', '2:13: `containers` must be a mapping (got "shop")'],
  ])('%s is wrong', async (containers, problem) => {
    expect(await problemsIn({ text: config(containers) })).toEqual([problem]);
  });
});

describe('containers on a pull request', () => {
  const shop = config('{ project: shop }');
  const other = config('{ names: [payroll-db] }');
  const composed = (project: string): string =>
    config(null, started(`docker compose -p ${project} up -d && node server.js`));

  it.each<[string, string, string]>([
    ['names others', other, shop],
    ['names none', config(null), shop],
    ['starts another project', composed('payroll'), shop],
    ['names others than the base starts', other, composed('shop')],
    ['starts another project than the base', composed('payroll'), composed('shop')],
  ])('are those of the base commit, where the change %s', async (_, text, base) => {
    const { plan, changedSettings } = await load({ text, base });
    expect(plan.containers).toEqual({ kind: 'project', project: 'shop' });
    expect(changedSettings).toEqual(['containers']);
  });

  it.each<[string, string | null]>([
    ['names none', config(null)],
    ['has no configuration', null],
    ['has one that cannot be used', 'nonsense'],
  ])('are none where the base commit %s', async (_, base) => {
    for (const text of [other, composed('payroll')]) {
      const { plan, changedSettings } = await load({ text, base });
      expect(plan.containers).toBeNull();
      expect(changedSettings).toEqual(['containers']);
    }
  });

  it('are those of a start command that is an input, with a base commit and without', async () => {
    const inputs = { start: 'docker compose -p shop up -d && node server.js' };
    const project = { kind: 'project', project: 'shop' };
    for (const base of [null, config(null)]) {
      const { plan, changedSettings } = await load({ text: config(null), base, inputs });
      expect([plan.containers, changedSettings]).toEqual([project, []]);
    }
  });

  it('are told apart from those of the change in a warning', async () => {
    expect(warningsOf(await load({ text: other, base: shop }))).toEqual([
      'This change edits which containers are watched (`containers`, or the project that `service.start` names); those of the base commit are.',
    ]);
    expect(warningsOf(await load({ text: shop, base: shop }))).toEqual([]);
  });

  it('are the change’s own on a push or a laptop', async () => {
    expect((await load({ text: other })).plan.containers).toEqual({ kind: 'names', names: ['payroll-db'] });
  });
});
