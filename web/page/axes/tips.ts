import type { Domain, EconomySummary } from '../../shared/protocol.ts';

/** Where a line on the chips panel was last seen. */
export interface Tip {
  t: number;
  logK: number;
}

export const isInside = (at: number, [low, high]: readonly [number, number]): boolean =>
  at >= low && at <= high;

/**
 * Follows the ends of the lines: a name stays where its line left the panel, instead of vanishing with it. A run that
 * starts over, which shows as time going back, starts the tips over.
 */
export class Tips {
  readonly #seen = new Map<string, Tip>();
  #lastTime = 0;

  follow(economies: readonly EconomySummary[], domain: Domain): ReadonlyMap<string, Tip> {
    const time = Math.max(0, ...economies.map(({ t }) => t));
    const names = new Set(['V', ...economies.map(({ name }) => name)]);
    if (time < this.#lastTime || [...this.#seen.keys()].some((name) => !names.has(name))) this.#seen.clear();
    this.#lastTime = time;
    const begun = economies.filter(({ status }) => status !== 'waiting');
    for (const { name, t, K, blowUpTime, projectedBlowUp } of begun)
      this.#see(name, t, K, blowUpTime ?? projectedBlowUp, domain);
    const [base] = economies;
    if (base?.V != null) this.#see('V', base.t, base.V, base.optimumBlowUp, domain);
    return this.#seen;
  }

  #see(name: string, t: number, K: number, blowUp: number | null, { x, y }: Domain): void {
    const logK = Math.log10(K);
    const last = this.#seen.get(name);
    if (isInside(t, x) && isInside(logK, y)) this.#seen.set(name, { t, logK });
    else if (last && blowUp !== null && last.logK < y[1] && logK > y[1]) {
      const exit = exitTime(last, { t, logK }, y[1], blowUp);
      if (isInside(exit, x)) this.#seen.set(name, { t: exit, logK: y[1] });
    }
  }
}

/** When a line was at a level between two tips: near its blow-up, log K is straight in log(t* − t). */
function exitTime(from: Tip, to: Tip, level: number, blowUp: number): number {
  if (to.logK === Infinity || to.t >= blowUp) return Math.min(blowUp, to.t);
  const share = (level - from.logK) / (to.logK - from.logK);
  const left = (blowUp - from.t) * ((blowUp - to.t) / (blowUp - from.t)) ** share;
  return Math.max(from.t, Math.min(to.t, blowUp - left));
}
