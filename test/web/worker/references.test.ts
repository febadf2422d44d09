import { describe, expect, it } from 'vitest';
import { nashBlowUpTime } from '../../../src/theory/index.ts';
import { HIDDEN_AT_FIRST } from '../../../web/shared/benchmarks.ts';
import { engineFor, scenario } from './lab.ts';

/** Five alike labs that share a third, which every benchmark but the contest and ΣV_i applies to. */
const commons = scenario({
  clock: { h: 0.1, until: 7 },
  economy: { sigma: 0.3 },
  groups: [{ count: 5, K0: 0.2, T0: 0.1, rule: { type: 'parity' } }],
});
const drawn = (of: ReturnType<typeof engineFor>): string[] =>
  of.engine
    .frame()!
    .lines.filter(
      ({ panel, style }) => panel === 'chips' && ['optimum', 'parity', 'benchmark'].includes(style),
    )
    .map(({ benchmark, style }) => benchmark ?? style);

describe('benchmarks on the panel of chips', () => {
  it('are those that apply, but for the ones hidden at first', () => {
    const lab = engineFor(commons);
    lab.clock.frames();
    expect(drawn(lab)).toEqual(['optimum', 'planner', 'nash', 'nash-controls', 'parity']);
    expect(lab.seen.summary!.benchmarks.filter(({ reason }) => reason === null).map(({ id }) => id)).toEqual([
      ...['envelope', 'planner', 'nash', 'nash-controls', 'constant', 'parity'],
    ]);
    expect(HIDDEN_AT_FIRST).toContain('constant');
  });

  it('are hidden and shown as asked, now and for the next scenario', () => {
    const lab = engineFor(commons);
    lab.engine.hide(['nash', 'envelope']);
    lab.clock.frames();
    expect(drawn(lab)).toEqual(['planner', 'nash-controls', 'constant', 'parity']);
    expect(lab.seen.summary!.benchmarks.find(({ id }) => id === 'nash')!.K).toBeNull();
    lab.engine.reset();
    lab.clock.frames();
    expect(drawn(lab)).not.toContain('nash');
    lab.engine.hide([]);
    lab.clock.frames();
    expect(drawn(lab)).toContain('nash');
    expect(lab.seen.summary!.benchmarks.find(({ id }) => id === 'nash')!.K).toBeCloseTo(1, 12);
  });

  it('have their names where their curves leave through the top, before their blow-ups', () => {
    const lab = engineFor(commons);
    lab.clock.frames();
    const tips = Object.fromEntries(lab.seen.summary!.tips.map(({ id, ...tip }) => [id, tip]));
    expect(Object.keys(tips)).toEqual(['planner', 'nash', 'nash-controls', 'parity']);
    const [, top] = lab.engine.picture!.domains().chips.y;
    const end = nashBlowUpTime({ K0: 0.2, T0: 0.1, c: 1, N: 5, sigma: 0.3 });
    expect(tips.nash.logK).toBe(top);
    // The axis shows K up to a hundredth of the time left, and some.
    expect(tips.nash.t).toBeLessThan(end);
    expect(tips.nash.t).toBeGreaterThan(0.9 * end);
  });

  it('are not drawn over V where they are the same curve', () => {
    const lab = engineFor(
      scenario({ economy: { sigma: 1 }, groups: [{ count: 3, K0: 1, T0: 1, rule: { type: 'parity' } }] }),
    );
    lab.clock.frames();
    const planner = lab.engine.frame()!.lines.find(({ benchmark }) => benchmark === 'planner')!;
    expect(planner.data).toHaveLength(0);
    expect(lab.seen.summary!.tips.map(({ id }) => id)).not.toContain('planner');
  });

  it('come frame by frame where they take long, the cheap ones first', () => {
    const lab = engineFor(commons, 5);
    lab.clock.frame();
    expect(lab.seen.frame!.lines.some(({ style }) => style === 'optimum')).toBe(true);
    expect(lab.seen.frame!.lines.some(({ benchmark }) => benchmark === 'parity')).toBe(false);
    lab.clock.frames();
    expect(drawn(lab)).toContain('parity');
  });
});
