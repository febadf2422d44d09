import { version } from '../../version.ts';
import type { Analysis, EconomyAnalysis } from '../analysis/index.ts';
import { numbersOf } from '../analysis/resultsTable.ts';
import { fanFigures } from './fanFigures.ts';
import type { Figure, Section } from './figure.ts';
import { script } from './html/script.ts';
import { style } from './html/style.ts';
import { designText, factorTable, failureTable, mostRows, outcomeTable, pointTable } from './html/tables.ts';
import { lineFigures } from './lineFigures.ts';
import { element, escaped } from './markup.ts';
import { countText } from './numbers.ts';
import { planeFigures } from './planeFigures.ts';
import { Replays } from './replay.ts';
import { sensitivityFigures } from './sensitivityFigures.ts';

export interface ReportOptions {
  /** Address of the page that opens a run: what its links begin with. */
  page: string;
}

/** Nothing may be fetched, whatever slips into the text. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const hatch =
  '<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--surface)"/><rect width="1.5" height="6" fill="var(--muted)"/></pattern></defs></svg>';

const figureOf = ({ title, caption, svg, legend }: Figure): string =>
  element(
    'figure',
    {},
    element('h3', {}, escaped(title)) +
      svg +
      element('figcaption', {}, legend + (caption === '' ? '' : element('p', {}, escaped(caption)))),
  );

function sectionOf({ id, title, intro, figures, isWide }: Section): string {
  if (figures.length === 0) return '';
  const head =
    element('h2', { id }, escaped(title)) +
    (intro === '' ? '' : element('p', { class: 'fine' }, escaped(intro)));
  return element(
    'section',
    { 'aria-labelledby': id },
    head + element('div', { class: isWide ? 'figures wide' : 'figures' }, figures.map(figureOf).join('')),
  );
}

function economySections(
  analysis: Analysis,
  economy: EconomyAnalysis,
  replays: Replays,
  page: string,
): string {
  const several = analysis.economies.length > 1;
  const name = several ? ` · ${economy.economy}` : '';
  const id = (what: string) => `${what}-${analysis.economies.indexOf(economy)}`;
  const runs = numbersOf(analysis.table, 'run');
  const replayRow = (row: number) => replays.of(runs[row]);
  const { phases, maps } = planeFigures(analysis, economy, replayRow);
  const sections: Section[] = [
    {
      id: id('phases'),
      title: `Phase diagrams${name}`,
      intro: 'Each cell or dot is a point of the design, and stands for one of its runs.',
      figures: phases,
      isWide: true,
    },
    {
      id: id('outcomes'),
      title: `Outcomes${name}`,
      intro: '',
      figures: [...maps, ...lineFigures(analysis, economy, replayRow)],
    },
    {
      id: id('sensitivity'),
      title: `What drives them${name}`,
      intro: '',
      figures: sensitivityFigures(analysis, economy),
    },
    { id: id('time'), title: `Over time${name}`, intro: '', figures: fanFigures(analysis, economy) },
  ];
  const points = countText(economy.points.length);
  const more = economy.points.length > mostRows ? `: the first ${mostRows} of ${points}` : '';
  const tables =
    element('h2', {}, escaped(`In numbers${name}`)) +
    (economy.outcomes.length > 0
      ? outcomeTable(economy)
      : element('p', { class: 'fine' }, 'No outcome differs between runs.')) +
    element(
      'details',
      {},
      element('summary', {}, `Points${more}`) + pointTable(analysis, economy, replayRow, page),
    );
  return sections.map(sectionOf).join('') + tables;
}

function facts({ runs, plan, failures, economies }: Analysis): string {
  const failed = new Set(failures.map(({ run }) => run)).size;
  const entries = [
    [countText(runs), runs === plan.runs ? 'runs' : `of ${countText(plan.runs)} runs are in`],
    [countText(plan.points), 'points'],
    [countText(failed), 'failed'],
    ...Object.entries(economies[0].statuses)
      .filter(([status]) => status !== 'failed')
      .map(([status, count]) => [countText(count), status]),
  ];
  const items = entries.map(([number, words]) => `<li><b>${number}</b><span>${escaped(words)}</span></li>`);
  return element('ul', { class: 'facts' }, items.join(''));
}

function headerOf(analysis: Analysis): string {
  const { experiment } = analysis;
  const { scenario, replications, design, stop } = experiment;
  const { count, commonRandomNumbers, seed } = replications;
  const luck = commonRandomNumbers ? 'the same seeds at every point' : 'a seed of its own for every run';
  const base = scenario.title === '' ? scenario.name : `${scenario.name}, “${scenario.title}”`;
  const words = [
    `From the scenario ${base}: ${designText(design)}`,
    count > 1
      ? `, ${countText(count)} runs a point with ${luck}, from seed ${seed} on.`
      : `, one run a point, seed ${seed}${commonRandomNumbers ? '' : ' and on'}.`,
    stop.K === null ? '' : ` Runs stopped once ΣK reached ${stop.K}; a replayed one goes on to its end.`,
  ];
  return element(
    'header',
    {},
    element('h1', {}, escaped(experiment.title || experiment.name)) +
      element('p', {}, escaped(words.join(''))) +
      facts(analysis) +
      factorTable(experiment),
  );
}

function footerOf({ experiment, coreHash }: Analysis, page: string): string {
  const origin = `Experiment ${experiment.name}; Turnpike ${version}, core ${coreHash}.`;
  const links = `Links open the page at ${page}: start it with npm start -- --port N for that port, or give turnpike analyse another --page. A run is the same to the last bit there, in the command, and in the results.`;
  const caveat =
    'Results are conditional on their assumptions: they show what the assumptions imply, not what will happen.';
  return element(
    'footer',
    { class: 'fine' },
    [origin, links, caveat].map((text) => element('p', {}, escaped(text))).join(''),
  );
}

const bar =
  '<aside id="replay" aria-live="polite"><div><p>Point at a cell or a dot to see its run and the command that replays it; a click holds on to it.</p><code hidden></code><button type="button" hidden>Copy command</button><a hidden>Open in the page</a></div></aside>';

/** JSON that may stand in a script element. */
const jsonOf = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The whole report: one HTML file that asks nothing of the network, the same bytes for the same results. */
export function reportOf(analysis: Analysis, { page }: ReportOptions): string {
  const replays = new Replays(analysis.plan);
  const { experiment, failures, economies } = analysis;
  const title = escaped(experiment.title || experiment.name);
  const failed =
    failures.length === 0
      ? ''
      : element('h2', {}, 'Failed runs') +
        (failures.length > mostRows
          ? `<p class="fine">The first ${mostRows} of ${countText(failures.length)}.</p>`
          : '') +
        failureTable(analysis, replays, page);
  const main =
    economies.map((economy) => economySections(analysis, economy, replays, page)).join('') + failed;
  const body = [
    hatch,
    headerOf(analysis),
    element('main', {}, main),
    footerOf(analysis, page),
    bar,
    `<script type="application/json" id="runs">${jsonOf({ page, codes: replays.codes() })}</script>`,
    `<script>${script}</script>`,
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="Turnpike ${version}">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}
