/** The style of the page of a run: numbers under each other, narrow and printed; what all pages share stands before it. */
import { BASE_STYLE } from '../markup/style.ts';

/** Everything on a sheet of paper is there, on white. */
const PRINT = `@media print{body{font-size:10.5px}table{font-size:9px}caption,thead th,.note,.facts,figcaption p,summary,.evidence dl,footer{font-size:9px}th,td{padding:3px 9px 3px 0}tbody th{min-width:0}h1{font-size:18px}h2{font-size:15px}h3{font-size:13px}h4,h5{font-size:11px;margin-top:14px}.scenario{margin-bottom:28px}section{margin-bottom:28px}.drawing text{font-size:15px}.controls,nav,.skip,.anchor,.hint{display:none!important}.frame{display:block;padding:0}main{max-width:none}
.banner .inner{padding:0 0 12px}section,.card{break-inside:auto}h2,h3,h4,h5,caption{break-after:avoid}figure,tr,.findings li{break-inside:avoid}
.scroll{overflow:visible}.charts{grid-template-columns:1fr 1fr}figure .live{display:none!important}figure .drawing{display:block!important;min-width:0!important}
a{color:inherit}footer{padding:8px 0}@page{margin:14mm}}`;

/** Columns of numbers, by their places. */
function rightColumns(): string {
  const columns = Array.from({ length: 16 }, (_, index) => index + 1);
  const cells = columns.map((column) => `[data-right~="${column}"]>*>tr>:nth-child(${column})`);
  return `${cells.join(',')}{text-align:right}${columns.map((column) => `[data-right~="${column}"]>tbody>tr>:nth-child(${column})`).join(',')}{white-space:nowrap}`;
}

/** The whole style sheet. */
export const STYLE = `${BASE_STYLE}html{scroll-padding-top:16px}
body{font-size:15px;line-height:1.6;font-variant-numeric:tabular-nums}
a:hover{text-decoration-thickness:2px}
[tabindex="-1"]:focus{outline:none}
code{overflow-wrap:anywhere}
.skip{position:absolute;left:-9999px}.skip:focus{left:16px;top:8px;z-index:9;background:var(--ground);padding:8px 12px}
.banner{border-bottom:1px solid var(--rule);background:var(--raised);border-top:4px solid var(--mark)}
.inner,.frame,.controls,footer{max-width:1360px;margin:0 auto;padding:0 32px}.inner{padding-top:28px;padding-bottom:24px}
.eyebrow{margin:0;font-weight:600;color:var(--mark);letter-spacing:.01em}.eyebrow .sign{margin-right:4px}
[data-outcome]{--mark:var(--quiet)}[data-outcome=pass]{--mark:var(--good)}[data-outcome=fail]{--mark:var(--bad)}[data-outcome=failure],[data-outcome=void],[data-outcome=inconclusive]{--mark:var(--warn)}[data-outcome=no-baseline]{--mark:var(--new)}
h1{margin:4px 0 8px;font-size:26px;line-height:1.3;font-weight:650;text-wrap:balance;letter-spacing:-.01em}
h2{margin:0 0 16px;padding-top:12px;font-size:21px;line-height:1.3;font-weight:650;letter-spacing:-.01em}
h3{margin:0 0 4px;font-size:17px;line-height:1.4}h4{margin:36px 0 10px;font-size:15px;line-height:1.4}h5{margin:0;font-size:14px;line-height:1.4;font-weight:600}
h3 a,h5 a{color:inherit;text-decoration:none}h3 a:hover,h5 a:hover{text-decoration:underline}h1 code,h3 code{font:inherit}
.anchor{visibility:hidden;color:var(--quiet);text-decoration:none;font-weight:400}h2:hover .anchor,.anchor:focus-visible{visibility:visible}
.action{margin:0;font-size:16px;max-width:75ch}.keys{display:flex;flex-wrap:wrap;gap:4px 28px;margin:18px 0 0;font-size:13px}.keys div{display:flex;gap:6px;min-width:0}.keys dt{color:var(--quiet)}.keys dd{margin:0;min-width:0}.banner{overflow-wrap:anywhere}.keys dt{overflow-wrap:normal}
.controls{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;padding-top:12px;padding-bottom:12px;font-size:13px;border-bottom:1px solid var(--rule);max-width:none;padding-left:max(32px,calc(50vw - 648px));padding-right:max(32px,calc(50vw - 648px));position:sticky;top:0;z-index:5;background:var(--ground)}
.controls>span{white-space:nowrap}.controls label{color:var(--quiet)}.controls .theme{margin-left:auto}.controls p{margin:0;color:var(--quiet)}.controls p:empty{display:none}
select,input,button{font:inherit;color:var(--text);background:var(--ground);border:1px solid var(--rule);border-radius:6px;padding:5px 9px;max-width:240px}input{width:200px}button{cursor:pointer}input::placeholder{color:var(--quiet);opacity:1}
.frame{display:grid;grid-template-columns:200px minmax(0,1fr);gap:48px;padding-top:32px}
nav{position:sticky;top:76px;align-self:start;max-height:calc(100vh - 92px);overflow:auto;font-size:13.5px;line-height:1.45}
nav ul{list-style:none;margin:0;padding:0}nav ul ul{margin:2px 0 6px;padding-left:2px}nav a{display:block;padding:4px 0;color:var(--quiet);text-decoration:none;overflow-wrap:anywhere}nav a:hover{color:var(--text);text-decoration:underline}
.dot{display:inline-block;width:7px;height:7px;border-radius:50%;background:var(--mark);margin-right:8px;vertical-align:.08em}
main{min-width:0}section{margin-bottom:56px;scroll-margin-top:64px}article,figure,.card{scroll-margin-top:64px}
.card{margin-bottom:28px}.scenario{margin:0 0 72px;padding-top:20px;border-top:1px solid var(--rule)}section .scenario:last-child{margin-bottom:0}
.outcome{display:inline-block;margin-left:6px;padding:0 9px;border:1px solid currentColor;border-radius:99px;font-size:12px;font-weight:500;line-height:20px;color:var(--mark);vertical-align:1px}
.facts,.note{color:var(--quiet);font-size:13.5px;margin:0 0 12px;max-width:85ch}.note{margin:8px 0 0}.hint,#nothing-shown{margin:0 0 20px}
h4+.note{margin:0 0 14px}.scroll{overflow-x:auto;margin:0 0 20px}.scroll:has(+.note){margin-bottom:0}.folded .scroll,.readings .scroll{margin-bottom:24px}
table{border-collapse:collapse;font-size:13.5px;line-height:1.45;width:100%}caption{text-align:left;color:var(--quiet);font-size:13px;padding:0 0 6px}
.card caption,h2+.scroll>table>caption,h4+.scroll>table>caption,.folded>.scroll:only-child caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:7px 18px 7px 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:400}thead th{color:var(--quiet);font-size:12.5px;vertical-align:bottom}[data-sign]>:last-child{white-space:nowrap}
th:last-child,td:last-child{padding-right:0}${rightColumns()}tbody th{font-weight:500;max-width:520px;min-width:7em}table:not(:has(>thead>tr>:nth-child(4))){width:auto;min-width:min(100%,460px)}.readings table{width:100%!important}tbody tr:last-child>*{border-bottom-color:transparent}
[data-sign=bad]>:last-child,[data-sign=bad]>th{color:var(--bad);font-weight:600}[data-sign=noted] td:last-child,[data-sign=unsure] td:last-child{color:var(--warn)}[data-sign=good] td:last-child,[data-sign=better] td:last-child{color:var(--good)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:32px 36px}
figure{margin:0;min-width:0}figcaption p{margin:2px 0 0;color:var(--quiet);font-size:12.5px;line-height:1.45}
.key{display:inline-block;width:9px;height:9px;border-radius:2px;margin:0 3px 0 1px}.key-1{background:var(--line-1)}.key-2{background:var(--line-2)}.key-3{background:var(--line-3)}
.plot{position:relative;margin-top:8px}.drawing{display:block;width:100%;height:auto}.drawing text{font-size:12px;fill:var(--quiet)}.grid{stroke:var(--rule)}
.line{fill:none;stroke-width:1.75;stroke-linejoin:round}.line-1{stroke:var(--line-1)}.line-2{stroke:var(--line-2)}.line-3{stroke:var(--line-3)}.dot-1{fill:var(--line-1)}.dot-2{fill:var(--line-2)}.dot-3{fill:var(--line-3)}
.live{width:100%;height:250px}.plot[data-live] .drawing{display:none}.said{position:absolute;left:-9999px}
details{margin:14px 0}summary{cursor:pointer;color:var(--link);font-size:14px;width:fit-content;padding:2px 0}summary:hover{text-decoration:underline}.folded{padding:12px 0 4px}
.readings{columns:2;column-gap:48px}.readings .scroll{break-inside:avoid}
.findings{margin:0 0 16px;padding-left:1.2em;max-width:85ch}.findings li{margin-bottom:10px}.findings li::marker{color:var(--quiet)}.findings ul{margin:6px 0 0;padding-left:1.2em}.findings ul li{margin-bottom:6px}
.plain{padding-left:1.2em;max-width:90ch}.plain li{margin-bottom:6px}
.evidence{list-style:none;margin:16px 0 0;padding:0}.evidence>li{padding:14px 0;border-top:1px solid var(--rule)}.evidence p{margin:0;max-width:85ch}.evidence details{margin:6px 0 0}.evidence summary{font-size:13px}.kind{display:block;color:var(--quiet);font-size:12.5px}
.evidence dl{margin:0;font-size:13px}.evidence dl div{display:flex;gap:12px;padding:3px 0}.evidence dt{flex:0 0 200px;color:var(--quiet)}.evidence dd{margin:0;min-width:0;overflow-wrap:anywhere}.evidence dd ol{margin:0;padding-left:1.4em}.evidence dd dl dt{flex-basis:130px}
pre{margin:12px 0 0;padding:16px;background:var(--raised);border:1px solid var(--rule);border-radius:6px;overflow:auto;max-height:560px;font-size:12.5px}pre code{overflow-wrap:normal}
footer{color:var(--quiet);font-size:12.5px;padding-top:24px;padding-bottom:32px;border-top:1px solid var(--rule)}
@media (max-width:1000px){.frame{display:block;padding-top:20px}nav{position:static;max-height:none;margin-bottom:28px}nav>ul{columns:2}.readings{columns:1}}
@media (max-width:640px){.inner,.frame,footer{padding-left:18px;padding-right:18px}.controls{position:static;padding-left:18px;padding-right:18px}.controls .theme{margin-left:0}.controls>span{width:100%;display:flex;justify-content:space-between;align-items:center;gap:12px}
h1{font-size:21px}h2{font-size:19px}nav>ul{columns:1}.evidence dl div{display:block}.plot{overflow-x:auto}.plot:not([data-live]) .drawing{min-width:520px}th,td{padding-right:14px}}
${PRINT}`;
