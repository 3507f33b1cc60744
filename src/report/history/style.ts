/** The look of the history pages, after what all pages share. */
import { BASE_STYLE } from '../markup/style.ts';

const PAGE = `
body { font-size: 16px; line-height: 1.5; overflow-wrap: anywhere; }
header, main, footer { max-width: 82rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .875rem; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 0; font-weight: 650; letter-spacing: -.01em; }
h2 { font-size: 1.125rem; margin: 2.5rem 0 .25rem; font-weight: 650; }
h3 { font-size: 1rem; margin: 0; font-weight: 600; }
p { margin: .25rem 0; }
code { line-height: 1; }
.quiet { color: var(--quiet); }
.small { font-size: .875rem; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.better { color: var(--good); } .worse { color: var(--bad); }
.steady { color: var(--quiet); }
nav { font-size: .875rem; margin-bottom: .75rem; }`;

const TILES = `
.scenario { margin-top: 2rem; }
.scenario h3 { font-size: 1.125rem; }
.tiles { list-style: none; padding: 0; margin: .75rem 0 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); }
@media (min-width: 46rem) { .tiles { grid-template-columns: repeat(4, 1fr); } }
.tile { display: block; height: 100%; padding: .75rem .875rem .625rem; border: 1px solid var(--rule); border-radius: 8px; background: var(--raised); color: inherit; text-decoration: none; }
.tile:hover { border-color: var(--link); }
.tile .label { display: block; color: var(--quiet); font-size: .875rem; }
.tile .last { display: block; font-size: 1.25rem; font-weight: 600; line-height: 1.3; }
.tile .small { display: block; }
.spark { display: block; width: 100%; height: auto; margin: .375rem 0 .25rem; }`;

const CHARTS = `
.charts { display: grid; gap: 1.25rem 1.5rem; margin-top: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 23rem), 1fr)); }
figure { margin: 0; padding: .875rem 1rem; border: 1px solid var(--rule); border-radius: 8px; background: var(--raised); min-width: 0; scroll-margin-top: 1rem; }
figure:target { border-color: var(--link); }
figcaption .head { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; }
figcaption .last { font-size: 1.25rem; font-weight: 600; margin-left: auto; }
.chart { display: block; width: 100%; height: auto; margin: .5rem 0; }
.chart text { font-size: 11px; fill: var(--quiet); }
.chart .mark { font-weight: 650; fill: var(--text); }
.tick { stroke: var(--rule); fill: none; stroke-width: 1; }
.rule { stroke: var(--quiet); fill: none; stroke-width: 1; stroke-dasharray: 3 3; }
.band { fill: var(--band); } .centre { stroke: var(--line-1); fill: none; stroke-width: 1; opacity: .45; }
.line { fill: none; stroke-width: 1.75; stroke-linejoin: round; stroke-linecap: round; stroke: var(--tone); }
.tone-0 { --tone: var(--line-1); } .tone-1 { --tone: var(--line-2); } .tone-2 { --tone: var(--line-3); } .tone-3 { --tone: var(--line-4); }
.point { fill: var(--tone); stroke: var(--tone); stroke-width: 1.25; }
.point.past { fill: var(--raised); }
.chart a:hover .point, .chart .point:hover { stroke: var(--text); stroke-width: 2.5; }
.end { fill: var(--line-1); }
details { margin-top: .5rem; font-size: .875rem; }
summary { cursor: pointer; color: var(--link); width: fit-content; }`;

const TABLES = `
.scroll { overflow: auto; max-height: 26rem; margin-top: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; overflow-wrap: normal; }
caption { text-align: left; color: var(--quiet); padding-bottom: .375rem; }
th, td { text-align: left; padding: .3125rem .75rem .3125rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
th { font-weight: 600; color: var(--quiet); white-space: nowrap; }
td { white-space: nowrap; } td.long { white-space: normal; min-width: 18rem; }
td.number, th.number { text-align: right; } td.number + td, th.number + th { padding-left: .75rem; }
ul.plain { padding-left: 1.1rem; margin: .5rem 0; max-width: 60rem; }
@media print {
  .charts { grid-template-columns: 1fr 1fr; } .tiles { grid-template-columns: repeat(4, 1fr); }
  figure, .tile, tr { break-inside: avoid; } .scroll { max-height: none; overflow: visible; }
  nav, details:not([open]) { display: none; }
}`;

/** The whole style sheet. */
export const STYLE = [BASE_STYLE, PAGE, TILES, CHARTS, TABLES].join('\n').trim();
