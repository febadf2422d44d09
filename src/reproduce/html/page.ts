import { figureHtml } from '../figures/chart.ts';
import { figures } from '../figures/index.ts';
import { type ArticleReport, type Report, VERDICTS } from '../report.ts';
import type { Finding, Verdict } from '../row.ts';
import type { Runs } from '../runs.ts';
import { expectedText, numberText, quantityText, toleranceText } from '../words.ts';
import { escapeText } from './escape.ts';
import { mathml } from './mathematics.ts';
import { style } from './style.ts';

const equation = (tex: string): string => `<div class="equation">${mathml(tex)}</div>`;

function numbers({ comparisons }: Finding): string {
  const has = {
    article: comparisons.some(({ article }) => article !== undefined),
    reference: comparisons.some(({ reference }) => reference !== undefined),
  };
  const head = [
    'quantity',
    ...(has.article ? ['article'] : []),
    'ours',
    ...(has.reference ? ['got otherwise'] : []),
  ];
  const rows = comparisons.map((each) => {
    const cells = [
      quantityText(each),
      ...(has.article ? [expectedText(each.article)] : []),
      numberText(each.ours),
      ...(has.reference ? [expectedText(each.reference)] : []),
    ];
    return `<tr>${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`;
  });
  return `<table class="numbers"><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function rowHtml(finding: Finding): string {
  const { id, section, what, article, how, tex, why, verdict } = finding;
  const item = (name: string, text: string): string => `<dt>${name}</dt><dd>${escapeText(text)}</dd>`;
  return `<article class="row" id="${id}">
<div><h4>${escapeText(what)}</h4>
<div class="verdict ${verdict}">${escapeText(VERDICTS[verdict])}</div>
<dl>${item(section, article)}${item('how', how)}${item('tolerance', toleranceText(finding))}</dl></div>
<div>${numbers(finding)}${tex === undefined ? '' : equation(tex)}${why === undefined ? '' : `<p class="why ${verdict}"><span>${escapeText(why)}</span></p>`}</div>
</article>`;
}

function articleHtml({ id, title, author, url, findings }: ArticleReport, runs: Runs): string {
  const own = figures.map((figureOf) => figureOf(runs)).filter(({ article }) => article === id);
  const drawn =
    own.length === 0
      ? ''
      : `<h3>Figures</h3>
<div class="figures">${own.map(figureHtml).join('\n')}</div>`;
  return `<section id="${id.toLowerCase()}">
<h2>${id}. ${escapeText(title)}</h2>
<p class="source">${escapeText(author)}. <a href="${escapeText(url)}">${escapeText(url)}</a></p>
${drawn}
<h3>What it says, and what comes out</h3>
${findings.map(rowHtml).join('\n')}
</section>`;
}

/**
 * The report as one HTML document: figures as inline SVG, equations as MathML, no script and nothing fetched from anywhere.
 * runs: those the report came from, so that figures are drawn from the same simulations.
 */
export function reportHtml(report: Report, runs: Runs): string {
  const order = Object.keys(VERDICTS) as Verdict[];
  const counts = order.map(
    (verdict) =>
      `<li class="${verdict}"><strong>${report.counts[verdict]}</strong>${escapeText(VERDICTS[verdict])}</li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Turnpike: the articles reproduced</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>The articles reproduced</h1>
<p>Every number and figure of the five articles that the model speaks to, beside what Turnpike computes: by its closed forms, by arithmetic, or by running its simulation. “Got otherwise” is the same number computed a second way, or what it must lie between. The verdict follows from the numbers.</p>
<p class="meta">Turnpike ${escapeText(report.version)}, core <code>${escapeText(report.coreHash)}</code>. Results are conditional on their assumptions: they show what the assumptions imply, not what will happen.</p>
<ul class="counts">${counts.join('')}</ul>
${report.articles.map((article) => articleHtml(article, runs)).join('\n')}
</main>
</body>
</html>
`;
}
