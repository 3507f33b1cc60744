/** What all pages look like: their colours in light, dark and print, their fonts, and what a keyboard sees. Nothing is loaded. */

/** Colours by role. Text on its ground has a contrast of at least 4.5, lines of charts of at least 3. */
const LIGHT = {
  ground: '#ffffff',
  raised: '#f7f8fa',
  text: '#1b1f24',
  quiet: '#565e68',
  rule: '#e3e6ea',
  link: '#0b57b8',
  good: '#1a7f37',
  bad: '#c0202c',
  warn: '#8a5a00',
  new: '#0b57b8',
  'line-1': '#2563eb',
  'line-2': '#c2410c',
  'line-3': '#0f766e',
  'line-4': '#7447b8',
  band: '#2563eb1c',
} as const;

const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  ground: '#111417',
  raised: '#191d21',
  text: '#e6e9ec',
  quiet: '#a2abb5',
  rule: '#2c3238',
  link: '#7ab3ff',
  good: '#56c271',
  bad: '#ff7b78',
  warn: '#e0b14a',
  new: '#7ab3ff',
  'line-1': '#6ba6ff',
  'line-2': '#fb923c',
  'line-3': '#2dd4bf',
  'line-4': '#bfa0f5',
  band: '#6ba6ff26',
};

const colours = (palette: Readonly<Record<string, string>>): string =>
  Object.entries(palette)
    .map(([role, colour]) => `--${role}:${colour}`)
    .join(';');

/** Every page's beginning: colours as `--ROLE` by the reader's scheme or their choice (`data-theme`), on white in print; fonts; and the outline of what has the focus. */
export const BASE_STYLE = `:root{color-scheme:light dark;${colours(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${colours(DARK)}}}
:root[data-theme=light]{color-scheme:light;${colours(LIGHT)}}:root[data-theme=dark]{color-scheme:dark;${colours(DARK)}}
@media print{:root,:root[data-theme]{color-scheme:light;${colours(LIGHT)}}}
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--text);font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
code,pre{font:.92em/1.5 ui-monospace,SFMono-Regular,"SF Mono","Cascadia Mono",Menlo,Consolas,"Noto Sans Mono","Liberation Mono",monospace}
[hidden]{display:none!important}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;
