import type { Bucket, Recorder } from '../../src/measure/index.ts';
import type { PanelId } from '../shared/protocol.ts';
import { quantityText } from '../shared/quantity.ts';
import { chipsAt, shareAt } from './chartTable.ts';
import { evennessOf } from './picture/concentrationLines.ts';
import { heightAt } from './picture/ghost.ts';
import type { View } from './picture/view.ts';
import type { Run } from './run/run.ts';

/** One curve's value in words. */
export interface TimeReading {
  label: string;
  value: string;
}

/** What a panel's curves say at t; nothing of an economy that has not come there. */
export function readingsAt(run: Run, panel: PanelId, t: number, { hidden, ghost }: View): TimeReading[] {
  const { economies, scenario } = run.simulation;
  const ofEach = (symbol: string, read: (index: number) => string | null): TimeReading[] =>
    economies.flatMap(({ name }, index) => {
      const value = read(index);
      if (value === null) return [];
      return [{ label: economies.length > 1 ? `${symbol}, ${name}` : symbol, value }];
    });
  const shareText = (value: number | undefined): string | null =>
    value === undefined || !Number.isFinite(value) ? null : quantityText(value, 3);
  const pinned = (
    symbol: string,
    path: Float32Array | undefined,
    text: (y: number) => string,
  ): TimeReading[] => {
    const y = path ? heightAt(path, t) : null;
    return y === null ? [] : [{ label: `${symbol}, pinned`, value: text(y) }];
  };
  switch (panel) {
    case 'chips': {
      const { chips } = scenario.units;
      const references = run.benchmarks[0].all.flatMap(({ id, label, path }) =>
        path && !hidden.has(id) ? [{ label, value: `${quantityText(path.at(t).K)} ${chips}` }] : [],
      );
      const own = ofEach('K', (index) => {
        const K = chipsAt(run, index, t);
        return K === null ? null : `${quantityText(K)} ${chips}`;
      });
      return [
        ...own,
        ...pinned('K', ghost?.chips, (logK) => `${quantityText(10 ** logK)} ${chips}`),
        ...references,
      ];
    }
    case 'share':
      return [
        ...ofEach('q', (index) => shareText(shareAt(run.recorders[index], t) ?? undefined)),
        ...pinned('q', ghost?.share, (q) => quantityText(q, 3)),
      ];
    case 'stream': {
      const shares = bucketAt(run.recorders[0], t)?.shares;
      if (!shares) return [];
      return economies[0].groups.map(({ name }, group) => ({
        label: `share of ${name}`,
        value: quantityText(shares[group], 3),
      }));
    }
    case 'concentration': {
      const at = (index: number): Bucket | undefined => bucketAt(run.recorders[index], t);
      return [
        ...ofEach('effective labs', (index) => shareText(at(index)?.effectiveLabs)),
        ...ofEach('Gini of K', (index) => shareText(at(index)?.gini)),
      ];
    }
    default:
      return [];
  }
}

/** Heights of a panel's own curves at t, in its axis' unit. */
export function heightsAt(run: Run, panel: PanelId, t: number, isLinear: boolean): number[] {
  return run.recorders.flatMap((recorder, index): number[] => {
    const found = ((): number | null | undefined => {
      if (panel === 'share') return shareAt(recorder, t);
      const bucket = bucketAt(recorder, t);
      if (panel === 'concentration') return bucket && evennessOf(bucket);
      if (panel !== 'chips') return null;
      const K = chipsAt(run, index, t);
      return K === null || isLinear ? K : Math.log10(K);
    })();
    return found === null || found === undefined || !Number.isFinite(found) ? [] : [found];
  });
}

/** The last bucket that began at t or before; none past the record's end. */
function bucketAt({ buckets, latest }: Recorder, t: number): Bucket | undefined {
  if (!latest || t > latest.t) return undefined;
  let [low, high] = [0, buckets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (buckets[middle].t <= t) low = middle + 1;
    else high = middle;
  }
  return buckets[low - 1];
}
