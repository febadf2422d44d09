import { describe, expect, it } from 'vitest';
import { Tips } from '../../../web/page/axes/tips.ts';
import type { Domain, EconomySummary } from '../../../web/shared/protocol.ts';

const domain: Domain = { x: [0, 4], y: [0, 4] };
/** Figure 1, whose K is 1/(1 − sin(t/2)). */
const at = (t: number, changes: Partial<EconomySummary> = {}): EconomySummary =>
  ({
    name: 'base',
    t,
    K: 1 / (1 - Math.sin(t / 2)),
    V: null,
    blowUpTime: null,
    projectedBlowUp: Math.PI,
    optimumBlowUp: 3,
    ...changes,
  }) as EconomySummary;

describe('tips', () => {
  it('are where the lines are, while they are in the panel', () => {
    const tips = new Tips();
    tips.follow([at(0)], domain);
    expect(tips.follow([at(2)], domain).get('base')).toEqual({ t: 2, logK: Math.log10(at(2).K) });
  });

  it('of lines that left between two looks are where they left, not where they were seen last', () => {
    const left = Math.PI - 2 * Math.acos(1 - 1e-4); // K = 10⁴
    for (const before of [0, 1.5, 3]) {
      const tips = new Tips();
      tips.follow([at(before)], domain);
      const tip = tips.follow([at(Math.PI - 1e-7, { blowUpTime: Math.PI })], domain).get('base')!;
      expect(tip.logK).toBe(4);
      expect(Math.abs(tip.t - left)).toBeLessThan(0.02);
      expect(tips.follow([at(Math.PI - 1e-8)], domain).get('base')).toEqual(tip);
    }
  });

  it('of an infinite V are at the optimum’s blow-up', () => {
    const tips = new Tips();
    tips.follow([at(1, { V: 2 })], domain);
    expect(tips.follow([at(3.1, { V: Infinity })], domain).get('V')).toEqual({ t: 3, logK: 4 });
  });

  it('start over with the run', () => {
    const tips = new Tips();
    tips.follow([at(2, { V: 5 })], domain);
    expect([...tips.follow([at(0)], domain).keys()]).toEqual(['base']);
  });
});
