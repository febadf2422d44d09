import type { Benchmark } from '../../../src/measure/index.ts';
import { benchmarkStyle } from '../../render/marks.ts';
import type { Domain, Line, ReferenceTip } from '../../shared/protocol.ts';
import type { Run } from '../run/run.ts';
import { benchmarkCurve, envelopeCurve } from './curves.ts';
import { distinct } from './series.ts';

/** A curve to be drawn: one benchmark of one economy. */
interface Reference {
  readonly id: string;
  readonly line: Omit<Line, 'data'>;
  /** Made for a time axis that ends there. */
  readonly curve: (end: number) => Float32Array;
}

/** What curves may take of one frame, in milliseconds; one is always made. */
const BUDGET = 4;

/**
 * V(t) of each economy whose V differs, and everything else that the base is compared with. Some take long to work out: they
 * come frame by frame, and what there was stays until then.
 */
export class References {
  readonly #all: readonly Reference[];
  readonly #base: Benchmark;
  readonly #made = new Map<Reference, { end: number; data: Float32Array }>();

  constructor(run: Run) {
    const references: Reference[] = [];
    for (const economy of distinct(run.benchmarks.map((benchmark) => benchmark.pooled))) {
      const { pooled, blowUpTime } = run.benchmarks[economy];
      if (!pooled) continue;
      const of = economy === 0 ? '' : `, ${run.simulation.economies[economy].name}`;
      const line = {
        panel: 'chips' as const,
        style: 'optimum' as const,
        economy,
        rule: null,
        label: `V(t)${of}`,
      };
      references.push({ id: 'envelope', line, curve: (end) => envelopeCurve(pooled, end, blowUpTime) });
    }
    for (const { id, label, path } of run.benchmarks[0].all) {
      if (!path || id === 'envelope') continue;
      const style = benchmarkStyle(id);
      const line = { panel: 'chips' as const, style, economy: -1, rule: null, label, benchmark: id };
      references.push({ id, line, curve: (end) => benchmarkCurve(path, end) });
    }
    this.#all = references;
    [this.#base] = run.benchmarks;
  }

  /**
   * Those that are not hidden and missing, or made for another time axis, are worked out until BUDGET is over. Returns
   * whether more are to come.
   */
  advance(end: number, hidden: ReadonlySet<string>, now: () => number): boolean {
    const missing = this.#all.filter((one) => !hidden.has(one.id) && this.#made.get(one)?.end !== end);
    const start = now();
    let done = 0;
    for (; done < missing.length && (done === 0 || now() - start < BUDGET); done++) {
      const data = missing[done].curve(end);
      const isV = missing[done].id !== 'envelope' && liesOnV(data, this.#base);
      this.#made.set(missing[done], { end, data: isV ? data.subarray(0, 0) : data });
    }
    return done < missing.length;
  }

  lines(hidden: ReadonlySet<string>): Line[] {
    return this.#all.flatMap((one) => {
      const made = this.#made.get(one);
      return made && !hidden.has(one.id) ? [{ ...one.line, data: made.data }] : [];
    });
  }

  /** Where each of the base's curves leaves the panel, except V's, whose name follows the run. */
  tips(hidden: ReadonlySet<string>, domain: Domain): ReferenceTip[] {
    return this.#all.flatMap((one) => {
      const made = this.#made.get(one);
      if (!made || hidden.has(one.id) || one.id === 'envelope') return [];
      const tip = exit(made.data, domain);
      return tip ? [{ id: one.id, label: one.line.label, ...tip }] : [];
    });
  }
}

/** A second line on V would only hide it. In decades; curves are single precision. */
const SAME = 1e-5;

function liesOnV(data: Float32Array, base: Benchmark): boolean {
  if (!base.applies) return false;
  for (let i = 0; i + 1 < data.length; i += 2) {
    const V = Math.log10(base.V(data[i]));
    // So near to the blow-up that single precision of t moves it.
    if (data[i] > 0.9 * base.blowUpTime) break;
    if (!(Math.abs(data[i + 1] - V) <= SAME * Math.max(1, Math.abs(V)))) return false;
  }
  return true;
}

/** The last place of a curve inside a panel, on its edge where it crosses that. */
function exit(data: Float32Array, { x, y }: Domain): { t: number; logK: number } | null {
  let last: { t: number; logK: number } | null = null;
  for (let i = 0; i + 1 < data.length; i += 2) {
    const [t, logK] = [data[i], data[i + 1]];
    if (!Number.isFinite(logK) || t > x[1]) break;
    if (logK > y[1]) {
      if (!last) return null;
      const share = (y[1] - last.logK) / (logK - last.logK);
      return { t: last.t + share * (t - last.t), logK: y[1] };
    }
    last = { t, logK };
  }
  return last;
}
