/** The report's style sheet; colours as the page has them, each for light and dark. */
export const style = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f6f2, #131619);
  --surface: light-dark(#ffffff, #1a1e22);
  --ink: light-dark(#1b2026, #e8ebee);
  --muted: light-dark(#59626c, #a0a9b2);
  --line: light-dark(#dfe0da, #31373d);
  --grid: light-dark(#e9eae5, #2a3036);
  --accent: light-dark(#0a5f94, #6dbcf5);
  --accent-soft: light-dark(#e4eff6, #1f3140);
  --orange: light-dark(#d96a1c, #e8803a);
  --amber: light-dark(#e3b341, #c99a2e);
  --blue: light-dark(#7fb6de, #33709e);
  --grey: light-dark(#c3c8cd, #4a525a);
  --purple: light-dark(#8d6bb8, #8a68b6);
  --green: light-dark(#8cbf6a, #5c8a3c);
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-bottom: 90px; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 var(--font); }
header, main, footer { max-width: 1180px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 6px; text-wrap: balance; }
h2 { font-size: 20px; margin: 36px 0 4px; }
h3 { font-size: 15px; margin: 0; }
p { margin: 0 0 10px; max-width: 76ch; }
.fine, figcaption p { color: var(--muted); font-size: 13.5px; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code { font: 12.5px/1.45 var(--mono); }
.facts { display: flex; flex-wrap: wrap; gap: 8px 28px; margin: 14px 0; padding: 0; list-style: none; }
.facts b { display: block; font-size: 20px; font-variant-numeric: tabular-nums; }
.facts span { color: var(--muted); font-size: 13px; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 420px), 1fr)); gap: 16px; margin-top: 12px; }
figure { margin: 0; padding: 14px 16px; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; min-width: 0; }
.figures.wide { grid-template-columns: 1fr; }
@media (min-width: 900px) { .figures.wide figure { display: grid; grid-template-columns: minmax(0, 640px) minmax(0, 1fr); gap: 0 28px; align-items: center; } .figures.wide h3 { grid-column: 1 / -1; } }
figcaption p { margin: 8px 0 0; }
.picture { display: block; width: 100%; max-width: 640px; height: auto; margin-top: 8px; overflow: visible; }
.picture text { font: 12px var(--font); fill: var(--muted); }
.picture .axis-text, .picture .bar-name { fill: var(--ink); }
.picture .bar-name { font-size: 12.5px; }
.picture .region { font: 600 15px var(--font); fill: var(--ink); paint-order: stroke; stroke: var(--surface); stroke-width: 4px; stroke-linejoin: round; pointer-events: none; }
.frame { fill: none; stroke: var(--line); }
.tick, .middle { stroke: var(--muted); }
.grid { stroke: var(--grid); }
.cells rect { stroke: none; shape-rendering: crispEdges; }
.cells circle { stroke: var(--surface); stroke-width: 0.6; }
.cells [data-run] { cursor: pointer; }
.picture .chosen { stroke: var(--ink); stroke-width: 2; }
.regime-runaway { fill: var(--orange); }
.regime-growing { fill: var(--amber); }
.regime-plateau { fill: var(--blue); }
.regime-shrinking { fill: var(--grey); }
.regime-monopoly { fill: var(--purple); }
.regime-racing { fill: var(--orange); }
.regime-free-riding { fill: var(--green); }
.no-value { fill: url(#hatch); }
.low { fill: var(--blue); }
.high { fill: var(--orange); }
.total { fill: var(--blue); }
.first { fill: var(--accent); }
.whisker { stroke: var(--ink); stroke-width: 1.5; }
.fan-outer { fill: color-mix(in oklab, var(--accent) 18%, var(--surface)); }
.fan-inner { fill: color-mix(in oklab, var(--accent) 42%, var(--surface)); }
.fan-median { fill: none; stroke: var(--accent); stroke-width: 2; }
.fan-median-swatch { fill: var(--accent); }
.left-half { stroke: var(--muted); stroke-dasharray: 3 3; }
.legend { margin: 8px 0 0; padding: 0; list-style: none; font-size: 13px; display: grid; gap: 3px; }
.legend.inline { display: flex; flex-wrap: wrap; gap: 4px 16px; }
.legend li { display: flex; gap: 8px; align-items: baseline; }
.legend i { color: var(--muted); font-style: normal; font-variant-numeric: tabular-nums; }
.swatch { width: 12px; height: 12px; flex: none; transform: translateY(1px); }
.ramp-legend { max-width: 260px; margin-top: 8px; font-size: 12.5px; color: var(--muted); }
.ramp { display: block; width: 100%; height: 12px; }
.ramp-legend div { display: flex; justify-content: space-between; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; margin-top: 12px; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 12px; text-align: right; border-top: 1px solid var(--grid); white-space: nowrap; vertical-align: top; }
thead th { border-top: 0; font-weight: 600; color: var(--muted); }
th:first-child, td.text, th.text { text-align: left; }
td.wide { white-space: normal; min-width: 24ch; }
td code { display: block; max-width: 34ch; overflow: hidden; text-overflow: ellipsis; }
details summary { cursor: pointer; margin-top: 14px; }
#replay { position: sticky; bottom: 0; margin-top: 28px; background: var(--accent-soft); border-top: 1px solid var(--line); }
#replay > div { max-width: 1180px; margin: 0 auto; padding: 10px 20px; display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: baseline; }
#replay p { margin: 0; flex: 1 1 100%; max-width: none; }
#replay code { flex: 1 1 30ch; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
#replay button { font: inherit; font-size: 13.5px; padding: 4px 12px; border: 1px solid var(--accent); border-radius: 6px; background: var(--surface); color: var(--accent); cursor: pointer; min-height: 32px; }
#replay [hidden] { display: none; }
footer { padding-bottom: 36px; margin-top: 28px; }
@media (max-width: 560px) {
  header, main, footer { padding-left: 12px; padding-right: 12px; }
  figure { padding: 12px 8px; }
  figure h3, figcaption { padding: 0 4px; }
  h1 { font-size: 22px; }
  .picture text { font-size: 15px; }
  .picture .bar-name { font-size: 14px; }
  .picture .region { font-size: 18px; }
}
@media (pointer: coarse) { #replay button { min-height: 44px; } details summary { padding: 10px 0; } }
@media print {
  :root { color-scheme: light; --page: #fff; }
  body { font-size: 11pt; }
  #replay { display: none; }
  .figures { display: block; }
  figure { break-inside: avoid; margin-bottom: 12px; max-width: 16cm; }
  .scroll { overflow: visible; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
