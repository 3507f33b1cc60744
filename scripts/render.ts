/**
 * Renders a Markdown file as GitHub shows a pull request comment, to a PNG: `node scripts/render.ts report.md comment.png [--dark] [--width 900]`.
 * Further options: `--open` (every fold open), `--scale 2`, `--author`, `--when`. Needs Chromium and a font with emoji (see picture.ts).
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openStudio, USUAL } from './picture.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dark: { type: 'boolean', default: USUAL.dark },
    open: { type: 'boolean', default: USUAL.open },
    width: { type: 'string', default: String(USUAL.width) },
    scale: { type: 'string', default: String(USUAL.scale) },
    author: { type: 'string', default: USUAL.author },
    when: { type: 'string', default: USUAL.when },
  },
});
const [input, output] = positionals;
const [width, scale] = [Number(values.width), Number(values.scale)];
if (input === undefined || output === undefined || !(width >= 320) || !(scale > 0 && scale <= 4)) {
  process.stderr.write(
    'Usage: node scripts/render.ts in.md out.png [--dark] [--open] [--width 900] [--scale 2]\n',
  );
  process.exitCode = 3;
} else {
  await using studio = await openStudio();
  const height = await studio.photograph(readFileSync(input, 'utf8'), output, { ...values, width, scale });
  process.stdout.write(`${output}: ${Math.round(height)} pixels high\n`);
}
