/** A scenario of k6 as a manifest for its operator: what is written can be read back, and what cannot be said is refused. */
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type ManifestOf, manifestOf } from '../../../src/commands/k6-manifest.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { millis } from '../../../src/domain/units.ts';

const GIVEN: ManifestOf = {
  plan: {
    script: 'load/shop.js',
    command: 'k6',
    shape: 'scenario',
    tags: { team: 'shop' },
    env: { MODE: 'true' },
    hashes: {},
  },
  text: "import http from 'k6/http';\n\nexport default function () {\n  http.get(`${__ENV.BASE_URL}/`);\n}\n",
  name: 'loadgate',
  namespace: 'perf',
  parallelism: 4,
  users: 200,
  duration: millis(33_000),
  url: 'http://shop.perf.svc:8080',
  image: null,
  separate: true,
};

const documentsOf = (given: ManifestOf): readonly unknown[] =>
  parseAllDocuments(manifestOf(given)).map((each): unknown => each.toJS());

describe('a manifest', () => {
  it('is a ConfigMap with the script, letter by letter, and a TestRun', () => {
    const metadata = { name: 'loadgate', namespace: 'perf' };
    expect(documentsOf(GIVEN)).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'shop.js': GIVEN.text } },
      {
        apiVersion: 'k6.io/v1alpha1',
        kind: 'TestRun',
        metadata,
        spec: {
          parallelism: 4,
          script: { configMap: { name: 'loadgate', file: 'shop.js' } },
          arguments: '--vus=200 --duration=33s --tag=team=shop',
          separate: true,
          runner: {
            env: [
              { name: 'BASE_URL', value: 'http://shop.perf.svc:8080' },
              { name: 'MODE', value: 'true' },
            ],
          },
        },
      },
    ]);
  });

  it('leaves a script its own options, and takes an image', () => {
    const [, run] = documentsOf({
      ...GIVEN,
      plan: { ...GIVEN.plan, shape: 'script', tags: {} },
      namespace: null,
      image: 'grafana/k6:1.4.0',
    });
    expect(run).toMatchObject({
      metadata: { name: 'loadgate' },
      spec: { arguments: '', runner: { image: 'grafana/k6:1.4.0' } },
    });
  });

  it.each<[string, Partial<ManifestOf>, RegExp]>([
    ['a name that Kubernetes does not take', { name: 'Shop_1' }, /metadata\.name/],
    ['no runner', { parallelism: 0 }, /spec\.parallelism/],
    ['a tag with a space', { plan: { ...GIVEN.plan, tags: { team: 'a b' } } }, /no place for spaces/],
    ['a script that is too large', { text: 'x'.repeat(1_000_001) }, /which no ConfigMap holds/],
    ['a file name that no key is', { plan: { ...GIVEN.plan, script: 'a b.js' } }, /data/],
  ])('is refused for %s', (_name, changes, message) => {
    const refused = (): string => manifestOf({ ...GIVEN, ...changes });
    expect(refused).toThrow(Failure);
    expect(refused).toThrow(message);
  });
});
