/** Pictures of Markdown as GitHub shows it in a comment: GitHub-flavoured, made safe as GitHub does it, charts by the real Mermaid, in headless Chromium. Loads nothing from the network. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import { remarkAlert } from 'remark-github-blockquote-alert';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** What a picture is to look like. */
export interface Picture {
  readonly dark: boolean;
  /** CSS pixels. */
  readonly width: number;
  /** Pixels of the picture for each of CSS. */
  readonly scale: number;
  /** Every fold open. */
  readonly open: boolean;
  readonly author: string;
  readonly when: string;
}

/** As a comment of the Action looks a while later. */
export const USUAL: Picture = {
  dark: false,
  width: 900,
  scale: 2,
  open: false,
  author: 'github-actions',
  when: 'commented 2 minutes ago',
};

/** A browser that takes pictures. */
export interface Studio extends AsyncDisposable {
  /** Writes a PNG, and returns the height of the comment in CSS pixels, its frame included. @throws Error when a chart is none to Mermaid */
  photograph(markdown: string, output: string, picture: Picture): Promise<number>;
}

const require = createRequire(import.meta.url);
const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const DEADLINE_MS = 60_000;

/** Starts Chromium (CHROMIUM_PATH, default /usr/bin/chromium). Emoji need a font that has them (Noto Color Emoji), and letters look as on GitHub with Liberation Sans or Noto Sans. */
export async function openStudio(): Promise<Studio> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS, timeout: DEADLINE_MS });
  return {
    photograph: async (markdown, output, picture) =>
      photograph(browser, page(await toHtml(markdown), picture), output, picture),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

/** Markdown to HTML as GitHub makes it: GFM, alerts, raw HTML, and then everything dangerous taken out. */
async function toHtml(markdown: string): Promise<string> {
  const attributes = defaultSchema.attributes ?? {};
  const schema = {
    ...defaultSchema,
    tagNames: [...(defaultSchema.tagNames ?? []), 'svg', 'path'],
    attributes: {
      ...attributes,
      div: [...(attributes['div'] ?? []), ['className', /^markdown-alert/] as [string, RegExp]],
      p: [...(attributes['p'] ?? []), ['className', 'markdown-alert-title'] as [string, string]],
      svg: [['className', 'octicon'] as [string, string], 'viewBox', 'width', 'height', 'ariaHidden'],
      path: ['d'],
    },
  };
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkAlert)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize, schema)
    .use(rehypeStringify);
  // GitHub writes the titles of alerts like other titles.
  return String(await processor.process(markdown)).replaceAll(
    />(NOTE|TIP|IMPORTANT|WARNING|CAUTION)<\/p>/g,
    (_, title: string) => `>${title.charAt(0)}${title.slice(1).toLowerCase()}</p>`,
  );
}

/** The comment in its frame: avatar, author, time. */
function page(html: string, { dark, width, author, when }: Picture): string {
  const style = readFileSync(
    require.resolve(`github-markdown-css/github-markdown-${dark ? 'dark' : 'light'}.css`),
    'utf8',
  );
  const colours = dark
    ? {
        page: '#0d1117',
        frame: '#3d444d',
        head: '#151b23',
        text: '#f0f6fc',
        quiet: '#9198a1',
        avatar: '#2f81f7',
      }
    : {
        page: '#ffffff',
        frame: '#d1d9e0',
        head: '#f6f8fa',
        text: '#1f2328',
        quiet: '#59636e',
        avatar: '#0969da',
      };
  return `<!doctype html><html data-theme="${dark ? 'dark' : 'light'}"><meta charset="utf-8"><style>${style}
    body { margin: 0; background: ${colours.page}; }
    #shot { display: flex; gap: 16px; width: ${width}px; box-sizing: border-box; padding: 16px; background: ${colours.page};
      font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", "Liberation Sans", Helvetica, Arial, sans-serif; }
    #avatar { flex: none; width: 40px; height: 40px; border-radius: 50%; background: ${colours.avatar}; }
    #frame { flex: 1; min-width: 0; border: 1px solid ${colours.frame}; border-radius: 6px; }
    #head { padding: 8px 16px; border-bottom: 1px solid ${colours.frame}; border-radius: 6px 6px 0 0; background: ${colours.head}; color: ${colours.quiet}; }
    #head b { color: ${colours.text}; } #head i { font-style: normal; font-size: 12px; padding: 0 6px; margin: 0 4px; border: 1px solid ${colours.frame}; border-radius: 1em; }
    .markdown-body { padding: 16px; font-size: 14px; background: transparent;
      font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", "Liberation Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
    .markdown-body .markdown-alert-title svg { margin-right: 8px; fill: currentColor; }
    .markdown-body .mermaid svg { max-width: 100%; height: auto; }
  </style><div id="shot"><svg id="avatar" viewBox="0 0 40 40"><path fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" d="M9 27h5l4-13 5 18 4-9h4"/></svg>
  <div id="frame"><div id="head"><b>${author}</b><i>bot</i>${when}</div><div class="markdown-body">${html}</div></div></div></html>`;
}

/** Draws the charts, and takes the picture. */
async function photograph(
  browser: Browser,
  html: string,
  output: string,
  { dark, width, scale, open }: Picture,
): Promise<number> {
  const view = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: scale });
  try {
    view.setDefaultTimeout(DEADLINE_MS);
    await view.route('**/*', (route) =>
      route.request().url().startsWith('about:') ? route.continue() : route.abort(),
    );
    await view.setContent(html);
    await view.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
    await view.evaluate(draw, { dark, open });
    await view.locator('#shot').screenshot({ path: output });
    return (await view.locator('#frame').boundingBox())?.height ?? 0;
  } finally {
    await view.close();
  }
}

/** Runs in the page. Folds are opened while their charts are drawn, since nothing has a size in a closed one. */
async function draw({ dark, open }: { readonly dark: boolean; readonly open: boolean }): Promise<void> {
  const { document, mermaid } = globalThis as unknown as PageGlobals;
  mermaid.initialize({ startOnLoad: false, theme: dark ? 'dark' : 'default' });
  const folds = [...document.querySelectorAll('details')];
  for (const fold of folds) fold.open = true;
  let number = 0;
  for (const code of document.querySelectorAll('code.language-mermaid')) {
    const { svg } = await mermaid.render(`chart-${(number += 1)}`, code.textContent);
    const figure = document.createElement('div');
    figure.className = 'mermaid';
    figure.innerHTML = svg;
    code.parentElement.replaceWith(figure);
  }
  for (const fold of folds) fold.open = open;
}

/** What the function above uses of the page. */
interface PageGlobals {
  readonly document: {
    querySelectorAll(selector: string): Iterable<PageElement>;
    createElement(name: string): PageElement;
  };
  readonly mermaid: {
    initialize(config: object): void;
    render(id: string, text: string): Promise<{ readonly svg: string }>;
  };
}

interface PageElement {
  open: boolean;
  className: string;
  innerHTML: string;
  readonly textContent: string;
  readonly parentElement: PageElement;
  replaceWith(element: PageElement): void;
}
