import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/index.ts';
import { parseScenario } from '../../../src/scenario/index.ts';
import { goldenRuns } from '../../golden/runs.ts';
import { refused } from '../scenario/refused.ts';
import { rowsOf, simulate } from './harness.ts';

const two = [
  { name: 'turnpike', count: 3, K0: 0.4, T0: 0.3, rule: { type: 'turnpike' } },
  { name: 'half', count: 2, K0: 0.2, T0: 0.6, rule: { type: 'fixed', q: 0.5 } },
];
const base = { seed: 3, clock: { h: 0.05, until: 1.2 }, economy: { sigma: 0.3 }, groups: two };
const fork = (from: number, set: object, name = 'fork') => ({ variants: [{ name, from, set }] });

describe('a fork', () => {
  it('is the base, bit for bit, if nothing is changed: with every rule, memory, market and lag', () => {
    for (const name of ['everything', 'society', 'markets', 'learners', 'shake-out', 'copycats']) {
      const { variants: _, ...scenario } = goldenRuns[name];
      const simulation = simulate({ ...scenario, ...fork(13 * scenario.clock.h, {}) });
      let compared = 0;
      while (simulation.isRunning && compared < 40) {
        simulation.step();
        const [one, other] = simulation.economies;
        if (other.status === 'waiting') expect(one.tick).toBeLessThan(13);
        else {
          expect(other.tick, name).toBe(one.tick);
          expect(other.hash(), `${name} at tick ${one.tick}`).toBe(one.hash());
          compared++;
        }
      }
      expect(compared, name).toBeGreaterThan(3);
    }
  });

  it('pays no running cost any more if it has none, though its base had', () => {
    const groups = two.map((group) => ({ ...group, omega: 0.1 }));
    const variant = fork(0.5, { 'groups.0.omega': 0, 'groups.1.omega': 0 });
    const rows = rowsOf(simulate({ ...base, groups, ...variant }));
    const costs = (economy: number) => rows.filter((row) => row.economy === economy && row.t > 0.55);
    expect(costs(1).length).toBeGreaterThan(3);
    for (const { cost } of costs(0)) expect(cost).toBeGreaterThan(0);
    for (const row of costs(1)) {
      expect(row.cost).toBe(0);
      expect(row.groups.map(({ cost }) => cost)).toEqual([0, 0]);
    }
  });

  it('goes its own way from the first tick at or after its time, as a run that starts from that state', () => {
    const simulation = simulate({ ...base, ...fork(0.51, { 'economy.sigma': 0.8, 'groups.1.rule.q': 0.1 }) });
    let at: { K: number[]; T: number[] }[] = [];
    while (simulation.economies[0].tick < 11) simulation.step();
    at = simulation.economies[0].groups.map(({ K, T }) => ({ K: [...K], T: [...T] }));
    expect(simulation.economies[1].status).toBe('running');
    simulation.run();

    const list = (values: number[]) => ({ distribution: 'list', values });
    const fresh = simulate({
      ...base,
      clock: { h: 0.05, until: 1.2 - 0.55 },
      economy: { sigma: 0.8 },
      groups: two.map((group, i) => ({
        ...group,
        K0: list(at[i].K),
        T0: list(at[i].T),
        rule: i === 1 ? { type: 'fixed', q: 0.1 } : group.rule,
      })),
    });
    fresh.run();
    simulation.economies[1].groups.forEach(({ K, T }, i) => {
      expect([...K]).toEqual([...fresh.economies[0].groups[i].K]);
      expect([...T]).toEqual([...fresh.economies[0].groups[i].T]);
    });
  });

  it('records nothing before it begins, and then its first row is the base’s', () => {
    const rows = rowsOf(simulate({ ...base, ...fork(0.5, { 'economy.c': 2 }) }));
    const of = (economy: number): Row[] => rows.filter((row) => row.economy === economy);
    expect(of(1)[0]).toEqual({ ...of(0)[10], economy: 1 });
    expect(of(1).map(({ tick }) => tick)).toEqual(
      of(0)
        .map(({ tick }) => tick)
        .slice(10),
    );
  });

  it('changes nothing in the base', () => {
    const [alone, forked] = [simulate(base), simulate({ ...base, ...fork(0.3, { 'economy.delta': 0.1 }) })];
    alone.run();
    forked.run();
    expect(forked.economies[0].hash()).toBe(alone.economies[0].hash());
  });

  it('ends as the base does where the base blows up before', () => {
    const simulation = simulate({ ...base, clock: { h: 0.05, until: 30 }, ...fork(25, { 'economy.c': 2 }) });
    simulation.run();
    const [one, other] = simulation.economies;
    expect(one.status).toBe('blow-up');
    expect(other.status).toBe('blow-up');
    expect(other.blowUpTime).toBe(one.blowUpTime);
    expect(other.hash()).toBe(one.hash());
  });

  it('waits on in a restored snapshot', () => {
    const scenario = { ...base, ...fork(0.5, { 'economy.sigma': 1 }) };
    const [whole, cut] = [simulate(scenario), simulate(scenario)];
    for (let i = 0; i < 4; i++) cut.step();
    const copy = cut.fork();
    expect(copy.economies[1].status).toBe('waiting');
    copy.run();
    whole.run();
    expect(copy.economies[1].hash()).toBe(whole.economies[1].hash());
  });

  it('may turn markets and watching rules on', () => {
    const simulation = simulate({
      ...base,
      ...fork(0.5, {
        'economy.theta': 2,
        'economy.tau': 0.2,
        'economy.omega': 0.1,
        'groups.0.rule': { type: 'imitate' },
      }),
    });
    simulation.run();
    const [one, other] = simulation.economies;
    expect(other.status).toBe('finished');
    expect(other.observation().K).not.toBe(one.observation().K);
    expect(Number.isFinite(other.observation().K)).toBe(true);
  });
});

describe('a fork is refused', () => {
  const problem = (variant: object) =>
    refused(() => parseScenario({ ...base, variants: [variant] })).problems[0];
  it.each([
    [{ name: 'f', from: -1, set: {} }, 'variants.f.from', /a time from 0/],
    [{ name: 'f', from: 'soon', set: {} }, 'variants.f.from', /a time from 0/],
    [{ name: 'f', from: 1.2, set: {} }, 'variants.f.from', /before the end of the run/],
    [{ name: 'f', from: 1, set: { 'clock.until': 0.5 } }, 'variants.f.from', /before the end of the run/],
    [{ name: 'f', from: 1, set: { 'clock.h': 0.01 } }, 'variants.f.set.clock.h', /no change to groups/],
    [{ name: 'f', from: 1, set: { 'groups.0.K0': 9 } }, 'variants.f.set.groups.0.K0', /no change to groups/],
    [
      { name: 'f', from: 1, set: { 'groups.0.count': 9 } },
      'variants.f.set.groups.0.count',
      /no change to groups/,
    ],
    [{ name: 'f', from: 1, set: { groups: [two[0]] } }, 'variants.f.set.groups', /no change to groups/],
  ])('%j', (variant, path, allowed) => {
    expect(problem(variant).path).toBe(path);
    expect(problem(variant).allowed).toMatch(allowed);
  });
});
