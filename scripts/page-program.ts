/** Builds the program of the HTML report: one script for browsers, minified since every report holds it, with the licences of what is in it at its head. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InputOptions, rolldown } from 'rolldown';

/** The script as text. `plugins`: what else is to see its modules. */
export async function buildPageProgram(root: string, plugins: InputOptions['plugins'] = []): Promise<string> {
  const bundle = await rolldown({
    cwd: root,
    input: join(root, 'src', 'page', 'page.ts'),
    platform: 'browser',
    plugins,
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true, comments: false });
    const [{ code }] = output;
    const text = `${notices(root)}${code}`;
    if (/<\/script|<!--/iu.test(text)) throw new Error('the program of the page could end its own element');
    return text;
  } finally {
    await bundle.close();
  }
}

/** ECharts has some lines of d3. */
export const licenceOfD3 = (root: string): string => packageText(root, 'echarts', 'licenses', 'LICENSE-d3');

/** What the licences ask for goes along with every report. */
function notices(root: string): string {
  const texts = [
    packageText(root, 'echarts', 'NOTICE'),
    packageText(root, 'echarts', 'LICENSE'),
    licenceOfD3(root),
    packageText(root, 'zrender', 'LICENSE'),
  ];
  return `/*! The charts are drawn by Apache ECharts and ZRender.\n\n${texts.join('\n\n').replaceAll('*/', '* /')}\n*/\n`;
}

const packageText = (root: string, ...path: readonly string[]): string =>
  readFileSync(join(root, 'node_modules', ...path), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
