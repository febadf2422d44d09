import { beforeAll, describe, expect, it } from 'vitest';
import { loadCore } from '../../../../src/core/loadNode.ts';
import { Simulation } from '../../../../src/core/simulation.ts';
import { analyse, runsOf } from '../../../../src/experiment/analysis/index.ts';
import { analysisText, reportOf } from '../../../../src/experiment/report/index.ts';
import { Runner } from '../../../../src/experiment/runner.ts';
import type { Experiment, RunRecord } from '../../../../src/experiment/types.ts';
import { decodeLink } from '../../../../src/scenario/index.ts';
import { experimentOf, resultsOf } from '../analysis/made.ts';

const page = 'http://127.0.0.1:4173/';

/** A report without its script and its style sheet. */
const markupOf = (html: string): string => html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '');

/** Elements that are not closed, or closed out of order. */
function unclosed(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name, closed] of markupOf(html).matchAll(/<(\/?)([a-zA-Z]\w*)\b[^>]*?(\/?)>/g)) {
    if (closed || name === 'meta') continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name) return [`/${name}`];
  }
  return open;
}

const codesIn = (html: string): Record<string, string> =>
  JSON.parse(/id="runs">([^<]*)</.exec(html)![1]).codes;

async function made(experiment: Experiment): Promise<{ records: RunRecord[]; html: string; text: string }> {
  const core = await loadCore();
  const runner = new Runner(core, experiment);
  const records = Array.from({ length: runner.plan.runs }, (_, run) => runner.run(run));
  const runs = runsOf(records, experiment, core.hash);
  const analysis = await analyse({ experiment, coreHash: core.hash, runs, series: null });
  return { records, html: reportOf(analysis, { page }), text: analysisText(analysis) };
}

const grid = experimentOf({
  name: 'grid',
  factors: [
    { path: 'groups.lab.rule.q', kind: 'range', from: 0.1, to: 0.9, steps: 4 },
    { path: 'economy.c', kind: 'range', from: 0.2, to: 2, steps: 3 },
  ],
  measures: { summary: ['K', 'blowUpTime', 'stateHash'] },
  stop: { t: 4 },
});

let of: Awaited<ReturnType<typeof made>>;
beforeAll(async () => {
  of = await made(grid);
});

describe('the report of a grid', () => {
  it('has a cell a point in its phase diagram and in each map, every one of them with its run', () => {
    const pictures = [...of.html.matchAll(/<g class="cells">([\s\S]*?)<\/g>/g)].map(([, cells]) => cells);
    expect(pictures.length).toBe(3);
    for (const cells of pictures) {
      const runs = [...cells.matchAll(/data-run="(\d+)"/g)].map(([, run]) => Number(run));
      expect(runs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, run) => run));
    }
    expect(of.html).toContain('class="regime regime-runaway"');
    expect(of.html).toContain('Runaway or plateau across q and c');
  });

  it('has links that replay each run to the last bit, the stop rule’s end included', async () => {
    const core = await loadCore();
    const codes = codesIn(of.html);
    expect(Object.keys(codes).length).toBe(12);
    for (const { run, economies } of of.records) {
      const simulation = new Simulation(core, decodeLink(`#${codes[run]}`));
      simulation.run(() => {});
      const { stateHash, blowUpTime } = economies[0].values;
      const [economy] = simulation.economies;
      expect(economy.blowUpTime, `run ${run}`).toBe(blowUpTime);
      if (!economy.isInsideTick) expect(economy.hash()).toBe(stateHash);
    }
    expect(of.html).toContain(`href="${page}#${codes[0]}"`);
    expect(of.html).toContain(`npx turnpike run &#39;#${codes[0]}&#39;`);
  });

  it('asks nothing of the network, and forbids it', () => {
    expect(of.html).toContain(`content="default-src 'none';`);
    expect(of.html).not.toMatch(/<(link|img|iframe|script|use|image)\b[^>]*\b(src|href)=/);
    expect(of.html.replace(/fill: url\(#hatch\)/g, '')).not.toMatch(/url\(|@import/);
  });

  it('is well formed', () => {
    expect(unclosed(of.html)).toEqual([]);
    expect(markupOf(of.html)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is the same bytes for the same results', async () => {
    expect((await made(grid)).html).toBe(of.html);
  });

  it('says in a few lines how many runs are of which regime and what drives the outcomes', () => {
    const runaways = of.records.filter(({ economies }) => economies[0].status === 'blow-up').length;
    expect(of.text).toContain('grid: 12 runs at 12 points, 0 failed');
    expect(of.text).toContain(`${runaways} blow-up`);
    expect(of.text).toMatch(/Blow-up time t\*: median .* time units/);
    expect(of.text).toMatch(/driven by c .* → /);
  });
});

describe('reports', () => {
  it('write what comes from outside as text', async () => {
    const hostile = '<script>alert(1)</script>&"';
    const experiment = experimentOf({
      title: 'A title',
      factors: [
        { path: 'economy.c', name: hostile.replace('"', "'"), kind: 'list', values: [1, 2, 3] },
        { path: 'economy.sigma', kind: 'list', values: [0, 1] },
      ],
      measures: { summary: ['K'] },
    });
    const results = resultsOf(experiment, ({ run }) => ({ values: { K: run } }));
    const html = reportOf(await analyse(results), { page });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(unclosed(html)).toEqual([]);
  });

  it('name failed runs with their reasons, and draw the rest', async () => {
    const experiment = experimentOf({
      factors: [
        { path: 'economy.c', kind: 'uniform', min: 0.5, max: 2 },
        { path: 'economy.sigma', kind: 'uniform', min: 0, max: 1 },
      ],
      design: { type: 'sobol', n: 16 },
      measures: { summary: ['K'] },
    });
    const results = resultsOf(experiment, ({ run, values }) =>
      run % 5 === 0 ? null : { values: { K: Number(values[0]) } },
    );
    const html = reportOf(await analyse(results), { page });
    expect(html.match(/made up/g)?.length).toBe(4);
    expect(html.match(/<circle/g)?.length).toBeGreaterThanOrEqual(16);
    expect(html).toContain('class="no-value"');
    expect(unclosed(html)).toEqual([]);
  });

  it('draw medians and bars over replications along a single factor', async () => {
    const experiment = experimentOf({
      factors: [{ path: 'economy.c', kind: 'list', values: [0.5, 1, 2] }],
      replications: { count: 5 },
      measures: { summary: ['K'] },
    });
    const results = resultsOf(experiment, ({ values, replication }) => ({
      values: { K: 10 * Number(values[0]) + replication },
    }));
    const html = reportOf(await analyse(results), { page });
    expect(html).toContain('c = 1: Chips 12, 5–95 % from 10.2 to 13.8 over 5 runs; run 5');
  });

  it('are written where nothing differs and nothing is left', async () => {
    const experiment = experimentOf({ measures: { summary: ['K'] } });
    const html = reportOf(await analyse(resultsOf(experiment, () => null)), { page });
    expect(html).toContain('No outcome differs between runs.');
    expect(html).toContain('made up');
  });
});
