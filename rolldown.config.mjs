/** How `src/` becomes the committed `dist/`: the action, its clean-up step, the command line, the generator and its pacer, with all they import, the observer, the listener, and the program of the HTML report. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'rolldown';
import license from 'rollup-plugin-license';
import { buildPageProgram, licenceOfD3 } from './scripts/page-program.ts';

const root = import.meta.dirname;

/** Licences that may be in the bundle: permissive ones that ask for no more than their text in dist/licenses.txt. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'CC0-1.0',
  'Zlib',
]);

export default defineConfig({
  cwd: root,
  input: {
    action: 'src/action.ts',
    post: 'src/post.ts',
    cli: 'src/cli.ts',
    generator: 'src/generator.ts',
    pacer: 'src/pacer.ts',
  },
  platform: 'node',
  // What `@actions/core` brings for OpenID tokens (an HTTP client) is not used and not loaded: it would double the Action's start.
  treeshake: {
    moduleSideEffects: [
      { test: /node_modules\/@actions\/(?:core|exec|io|http-client)\//u, sideEffects: false },
    ],
  },
  // hdr-histogram-js asks by a direct eval whether it runs in a browser; a build has nothing to change there.
  checks: { eval: false },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[name].js',
    // Readable: only dead code goes.
    minify: 'dce-only',
    cleanDir: true,
    // CommonJS packages expect both; a module has neither.
    banner: 'const __dirname = import.meta.dirname, __filename = import.meta.filename;',
  },
  plugins: [...bundledLicences(), moduleMarker(), foreignCode()],
});

/** Fails on a licence that is not allowed; writes page.js, which is a bundle of its own, and licenses.txt of both. */
function bundledLicences() {
  const found = [];
  const collect = () =>
    license({
      cwd: root,
      thirdParty: {
        multipleVersions: true,
        allow: { test: isAllowed, failOnUnlicensed: true, failOnViolation: true },
        output: (dependencies) => {
          found.push(...dependencies);
        },
      },
    });
  const write = {
    name: 'page-and-licences',
    async generateBundle() {
      const source = await buildPageProgram(root, [collect()]);
      this.emitFile({ type: 'asset', fileName: 'page.js', source });
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: licences(found.splice(0)) });
    },
  };
  return [collect(), write];
}

/** "(MIT OR CC0-1.0)" offers a choice; "(MIT AND Zlib)" binds to both. */
function isAllowed({ license: named }) {
  const choices = bare(named).split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((each) => ALLOWED.has(each)));
}

/** The licence's name without parentheses; empty, and so not allowed, where a package names none. */
function bare(named) {
  return (named ?? '').replaceAll(/[()]/gu, '');
}

/** One entry for each bundled package, in alphabetical order, with its own licence text. */
function licences(dependencies) {
  const entries = dependencies.map((each) => {
    const title = `${each.name} ${each.version} (${bare(each.license)})`;
    const texts = [
      each.licenseText ?? 'The package contains no licence text.',
      each.noticeText ?? '',
      ...(each.name === 'echarts' ? [licenceOfD3(root)] : []),
    ];
    const text = texts.join('\n\n').replaceAll('\r\n', '\n').trim();
    return `${title}\n${'-'.repeat(title.length)}\n\n${text}\n`;
  });
  const each = [...new Set(entries)].toSorted((left, right) => (left < right ? -1 : 1));
  return each.join('\n\n');
}

/** dist/*.js are ES modules wherever dist is copied to. */
function moduleMarker() {
  return {
    name: 'module-marker',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "module" }\n' });
    },
  };
}

/** What runs in the processes of others is copied as it is: what services on Node.js preload, on old versions too, and what Locust loads. */
function foreignCode() {
  const files = [
    ['platform', 'observer.cjs'],
    ['engines', 'locust', 'loadgate_listener.py'],
  ];
  return {
    name: 'foreign-code',
    generateBundle() {
      for (const path of files) {
        const source = readFileSync(join(root, 'src', ...path), 'utf8');
        this.emitFile({ type: 'asset', fileName: path.at(-1), source });
      }
    },
  };
}
