import { describe, expect, it } from 'vitest';
import { loadCore } from '../../../../src/core/loadNode.ts';
import { analyse, runsOf, summaryOf } from '../../../../src/experiment/analysis/index.ts';
import { saltelliDesign } from '../../../../src/experiment/designs/index.ts';
import { Runner } from '../../../../src/experiment/runner.ts';
import { blowUpTime } from '../../../../src/theory/constantSplit.ts';
import { ishigami } from '../sensitivity/analytic.ts';
import { experimentOf, resultsOf } from './made.ts';

const three = ['economy.delta', 'economy.rho', 'economy.sigma'].map((path) => ({
  path,
  kind: 'uniform',
  min: 0,
  max: 1,
}));

describe('analyse', () => {
  it('tells the real runs that blow up by 3 from those that do not, as the closed form does', async () => {
    const experiment = experimentOf({
      factors: [
        { path: 'groups.lab.rule.q', kind: 'range', from: 0.05, to: 0.95, steps: 7 },
        { path: 'economy.c', kind: 'range', from: 0.2, to: 2, steps: 7 },
      ],
      measures: { summary: ['K', 'blowUpTime'] },
      stop: { t: 3 },
    });
    const core = await loadCore();
    const runner = new Runner(core, experiment);
    const records = Array.from({ length: 49 }, (_, run) => runner.run(run));
    const { economies } = await analyse({
      experiment,
      coreHash: core.hash,
      runs: runsOf(records, experiment, core.hash),
      series: null,
    });
    const [{ classed, statuses }] = economies;
    const wanted = records.map(({ parameters }) => {
      const [q, c] = [Number(parameters['groups.lab.rule.q']), Number(parameters['economy.c'])];
      return blowUpTime({ K0: 1, T0: 1, c, q }) < 3 ? 0 : 1;
    });
    expect([...classed[0].regimes]).toEqual(wanted);
    expect(statuses['blow-up']).toBe(wanted.filter((regime) => regime === 0).length);
    expect(new Set(wanted).size).toBe(2);
  });

  it('finds the Sobol’ indices of what runs of a Saltelli design came to, in the order of the design', async () => {
    const known = ishigami();
    const n = 2048;
    const experiment = experimentOf({
      factors: three,
      design: { type: 'saltelli', n },
      measures: { summary: ['K'] },
    });
    const points = saltelliDesign(n, 3);
    const [failed] = [5 * 7];
    const results = resultsOf(experiment, ({ run }) =>
      run === failed ? null : { values: { K: known.f(points[run]) } },
    );
    const analysis = await analyse(results);
    const [{ outcomes, statuses }] = analysis.economies;
    const { sobol } = outcomes[0].sensitivity;
    expect([sobol?.samples, sobol?.dropped]).toEqual([n - 1, 1]);
    expect(statuses).toEqual({ finished: n * 5 - 1, failed: 1 });
    known.total.forEach((total, i) => {
      // At a quarter of N = 8,192 the bar of 0.02 is doubled.
      expect(Math.abs(sobol!.total[i].value - total)).toBeLessThan(0.04);
      expect(Math.abs(sobol!.first[i].value - known.first[i])).toBeLessThan(0.04);
    });
    expect(analysis.failures).toEqual([
      { run: failed, economy: null, stage: 'start', tick: null, reason: 'made up' },
    ]);
    const json = JSON.parse(JSON.stringify(summaryOf(analysis)));
    expect(json.runs).toEqual({ planned: n * 5, made: n * 5, failed: 1 });
    expect(json.economies[0].outcomes[0].sensitivity.sobol.factors[1]).toMatchObject({
      factor: 'economy.rho',
      total: { value: sobol!.total[1].value },
    });
  });

  it('finds the elementary effects of a Morris design, averaged over replications', async () => {
    const experiment = experimentOf({
      factors: three,
      design: { type: 'morris', n: 6 },
      measures: { summary: ['K'] },
      replications: { count: 2 },
    });
    const [delta, rho] = three.map(({ path }) => path);
    const results = resultsOf(experiment, ({ values, replication }) => ({
      values: { K: 10 + 4 * Number(values[0]) - 2 * Number(values[1]) + (replication === 0 ? 1 : -1) },
    }));
    const { economies } = await analyse(results);
    const { morris, contrasts } = economies[0].outcomes[0].sensitivity;
    expect(morris?.map(({ mu }) => Math.round(mu * 1e9) / 1e9)).toEqual([4, -2, 0]);
    expect(contrasts.slice(0, 2).map(({ factor }) => factor)).toEqual([delta, rho]);
  });

  it('says what is in of a sweep that is not done', async () => {
    const experiment = experimentOf({ replications: { count: 10 }, measures: { summary: ['K'] } });
    const results = resultsOf(experiment, ({ run }) => ({ values: { K: run } }));
    const half = new Map(
      [...results.runs.columns].map(([name, column]) => [name, Array.from(column).slice(0, 5)]),
    );
    const analysis = await analyse({ ...results, runs: { rows: 5, columns: half } });
    expect([analysis.runs, analysis.plan.runs]).toEqual([5, 10]);
    expect(analysis.economies[0].outcomes[0].statistics.mean).toBe(2);
  });
});
