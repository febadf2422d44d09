/** The report's style: light or dark as the reader's system is, one column on a narrow screen, ink on paper. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --soft: #59636e; --line: #d8dee4; --raised: #f5f7f9;
  --good: #0f6b3a; --note: #7a4b00; --bad: #a3112a; --answer: #1d5a96;
  --tone-0: #1f5fa8; --tone-1: #b5470a; --tone-2: #14744d; --tone-3: #84359c; --tone-4: #8a6a00; --tone-5: #57606a;
  --band: #1f5fa81f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --ink: #e6e9ed; --soft: #a2abb5; --line: #343b43; --raised: #1c2126;
    --good: #6fce9b; --note: #e6b15a; --bad: #ff8b98; --answer: #86bdf2;
    --tone-0: #76b3f5; --tone-1: #f5995c; --tone-2: #62c99a; --tone-3: #d293e6; --tone-4: #dcbd54; --tone-5: #a2abb5;
    --band: #76b3f526;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 72rem;
  background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif;
}
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 3rem 0 .25rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: .95rem; margin: 0 0 .4rem; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--answer); overflow-wrap: anywhere; }
code { font: .9em/1.4 ui-monospace, monospace; }
.source, .meta { color: var(--soft); font-size: .9rem; }
.meta code { overflow-wrap: anywhere; }
.reproduced { color: var(--good); }
.informal, .differs { color: var(--note); }
.answered { color: var(--answer); }
.failed { color: var(--bad); }
.verdict { font-weight: 600; }
.counts { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0; margin: 1rem 0; }
.counts strong { font-size: 1.4rem; font-variant-numeric: tabular-nums; margin-right: .35rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 1.25rem; margin: 1rem 0 1.5rem; }
figure { margin: 0; padding: .9rem 1rem 1rem; border: 1px solid var(--line); border-radius: .5rem; break-inside: avoid; min-width: 0; }
figure .chart { display: block; width: 100%; max-width: 34rem; height: auto; margin: 0 auto; }
figcaption { color: var(--soft); font-size: .88rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .15rem 1rem; margin: .4rem 0 .5rem; padding: 0; font-size: .85rem; }
.swatch { vertical-align: -1px; margin-right: .4rem; }
svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
svg .tick { fill: var(--soft); font-size: 12px; }
svg .note { font-weight: 600; }
svg .grid { stroke: var(--line); stroke-width: 1; fill: none; opacity: .6; }
svg .axis { stroke: var(--soft); fill: none; }
svg .line, svg .dashed { fill: none; stroke-width: 2; stroke-linejoin: round; }
svg .dashed { stroke-dasharray: 6 4; }
svg .band { fill: var(--band); }
${[0, 1, 2, 3, 4, 5].map((i) => `svg path.tone-${i} { stroke: var(--tone-${i}); } svg circle.tone-${i} { fill: var(--tone-${i}); stroke: var(--paper); }`).join('\n')}
.row { border-top: 1px solid var(--line); padding: .9rem 0 1rem; display: grid; grid-template-columns: minmax(0, 21rem) minmax(0, 1fr); gap: .25rem 2rem; break-inside: avoid; }
.row h4 { margin: 0; }
.row h4::first-letter { text-transform: uppercase; }
.row dl { margin: .35rem 0 0; font-size: .9rem; }
.row dt { color: var(--soft); font-size: .8rem; margin-top: .3rem; }
.row dd { margin: 0; }
.row math { font-size: 1.08rem; }
.equation { overflow-x: auto; margin: .5rem 0 0; padding-bottom: .2rem; }
.why { background: var(--raised); border-left: 3px solid currentColor; padding: .5rem .75rem; font-size: .9rem; margin: .6rem 0 0; }
.why span { color: var(--ink); }
.numbers { border-collapse: collapse; width: 100%; font-size: .88rem; margin-top: .2rem; }
.numbers th { text-align: left; font-weight: 500; color: var(--soft); font-size: .8rem; }
.numbers th, .numbers td { padding: .15rem .6rem .15rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
.numbers td + td { font-variant-numeric: tabular-nums; }
.numbers th + th, .numbers td + td { text-align: right; }
.numbers td + td { white-space: nowrap; }
.numbers tr:last-child td { border-bottom: 0; }
@media (max-width: 44rem) {
  body { padding: 1rem .9rem 3rem; }
  .row { grid-template-columns: minmax(0, 1fr); }
  .numbers { font-size: .82rem; }
  .numbers th, .numbers td { padding-right: .4rem; }
  .numbers td:first-child { overflow-wrap: anywhere; }
  figure { padding: .7rem .7rem .8rem; }
  svg text { font-size: 15px; }
  svg .tick { font-size: 14px; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --raised: #f3f3f3;
    --good: #0f6b3a; --note: #7a4b00; --bad: #a3112a; --answer: #1d5a96;
    --tone-0: #1f5fa8; --tone-1: #b5470a; --tone-2: #14744d; --tone-3: #84359c; --tone-4: #8a6a00; --tone-5: #57606a; --band: #1f5fa81f; }
  body { font-size: 10.5pt; max-width: none; padding: 0; }
  .figures { grid-template-columns: 1fr 1fr; }
  h2, h3 { break-after: avoid; }
}
`;
