import { describe, expect, it } from 'vitest';
import { classificationsOf } from '../../../../src/experiment/analysis/regimes.ts';
import { economiesOf } from '../../../../src/scenario/economies.ts';
import { experimentOf } from './made.ts';

/** The regime that each classification of an experiment gives a run. */
function regimesIn(
  given: object,
  status: string,
  values: Record<string, number>,
  parameters: Record<string, number> = {},
) {
  const experiment = experimentOf(given);
  const [base] = economiesOf(experiment.scenario);
  return Object.fromEntries(
    classificationsOf(experiment, base).map(({ id, regimes, classify }) => {
      const value = (measure: string) => values[measure] ?? Number.NaN;
      const found = classify({ status, value, parameter: (factor) => parameters[factor] });
      return [id, found === null ? null : regimes[found].id];
    }),
  );
}

describe('runaway or plateau', () => {
  const given = { measures: { summary: ['K', 'bought', 'lost', 'ticks'] } };
  // 100 ticks, ΣK = 50: a change of more than 25 over another 100 ticks is more than half.
  it.each([
    ['blow-up', 9, 0, 'runaway'],
    ['overflow', 9, 0, 'growing'],
    ['finished', 1.26, 1, 'growing'],
    ['finished', 1.24, 1, 'plateau'],
    ['finished', 1, 1.24, 'plateau'],
    ['finished', 1, 1.26, 'shrinking'],
    ['stopped', 1.26, 1, 'growing'],
    ['failed', 1.26, 1, null],
  ])('a run that is %s, buying %d and losing %d in its last tick, is %s', (status, bought, lost, regime) => {
    expect(regimesIn(given, status, { K: 50, ticks: 100, bought, lost }).growth).toBe(regime);
  });

  it('knows only blow-ups where the last tick was not measured', () => {
    const blind = { measures: { summary: ['K'] } };
    expect(regimesIn(blind, 'blow-up', { K: 1 }).growth).toBe('runaway');
    expect(regimesIn(blind, 'finished', { K: 1 }).growth).toBe('plateau');
  });
});

describe('free riding, racing or monopoly', () => {
  const labs = { groups: [{ name: 'labs', count: 4 }] };
  const measures = { summary: ['q', 'topShare'] };

  it('tells a lab with half of the chips from splits above and below c/(1 + 2c), for the c of the run', () => {
    const given = {
      scenario: labs,
      measures,
      factors: [{ path: 'economy.c', kind: 'list', values: [0.5, 2] }],
    };
    const at = (c: number, q: number, topShare: number) =>
      regimesIn(given, 'blow-up', { q, topShare }, { 'economy.c': c }).strategy;
    expect(at(0.5, 0.3, 0.3)).toBe('racing');
    expect(at(2, 0.3, 0.3)).toBe('free-riding');
    expect(at(2, 0.41, 0.49)).toBe('racing');
    expect(at(2, 0.41, 0.5)).toBe('monopoly');
    expect(at(2, Number.NaN, 0.3)).toBeNull();
  });

  it('is not asked of one lab, of labs with c of their own, or without its measures', () => {
    const own = { groups: [{ name: 'labs', count: 4, c: 2 }] };
    const cases = [
      { measures },
      { scenario: own, measures },
      { scenario: labs, measures: { summary: ['q'] } },
    ];
    for (const given of cases)
      expect(regimesIn(given, 'finished', { q: 0.3, topShare: 0.3 })).not.toHaveProperty('strategy');
  });
});
