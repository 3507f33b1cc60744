/** What is installed and what is said about this machine: exact versions only, and no place that only one machine knows. */
import { homedir, tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { listFiles, readText, ROOT } from './repository.ts';

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/u;

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readText('package.json'));
const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
  readText('package-lock.json'),
);

describe('package.json', () => {
  it('S30: has only exact versions', () => {
    const inexact = Object.entries(manifest.devDependencies).filter(([, version]) => !EXACT.test(version));
    expect(inexact).toEqual([]);
  });

  it('S30: installs nothing with the published package: everything is in dist', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
  });

  it('lets only node run a script at installation', () => {
    expect(manifest.allowScripts).toEqual({ node: true });
  });
});

describe('package-lock.json', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

  it('has no address, and a checksum for each package but the binaries of other platforms', () => {
    expect(packages.length).toBeGreaterThan(100);
    const unsealed = packages.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true);
    expect(unsealed.filter(([, each]) => !isOfAnotherPlatform(each))).toEqual([]);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('has every platform that a package offers: npm ci refuses a lock file without', () => {
    const offered = packages.flatMap(([path, { version, optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([name, wanted]) => wanted === version && name.includes('/'))
        .map(([name]) => [path, name] as const),
    );
    expect(offered.length).toBeGreaterThan(20);
    const beside = (path: string): string => path.slice(0, path.lastIndexOf('node_modules/'));
    const missing = offered.filter(
      ([path, name]) => !(`${beside(path)}node_modules/${name}` in lock.packages),
    );
    expect(missing).toEqual([]);
  });
});

/** A binary for one platform, and not the one of CI. */
function isOfAnotherPlatform({ optional, os, cpu, libc }: LockedPackage): boolean {
  if (optional !== true || os?.length !== 1 || cpu?.length !== 1) return false;
  return os[0] !== 'linux' || libc?.[0] === 'musl' || !['x64', 'arm64'].includes(cpu[0] ?? '');
}

it('no file names a package registry or a place of this machine', () => {
  // Put together here, so that this file does not name what it looks for.
  const registry = ['registry', 'npmjs', 'org'].join('.');
  const places = [ROOT, homedir(), process.env['npm_config_registry'] ?? registry, registry];
  const needles = [...new Set(places)].filter((place) => place.length > 5 && place !== tmpdir());
  const files = listFiles().filter((path) => !path.startsWith('dist/') && !/\.(?:png|svg)$/u.test(path));
  const naming = files.filter((path) => {
    const text = readText(path);
    return needles.some((needle) => text.includes(needle));
  });
  expect(naming).toEqual([]);
});

it('dist names no place of this machine', () => {
  const files = listFiles().filter((path) => path.startsWith('dist/'));
  expect(files.filter((path) => readText(path).includes(ROOT))).toEqual([]);
});
