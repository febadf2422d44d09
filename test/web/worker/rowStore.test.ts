import { describe, expect, it } from 'vitest';
import type { Status } from '../../../src/core/row.ts';
import { measureTable, type RecordRow } from '../../../src/measure/index.ts';
import { RowStore } from '../../../web/worker/run/rowStore.ts';

const stocks = (K: number) => ({ K, T: 2 * K, q: 0.5 });
const row = (economy: number, tick: number, status: Status = 'running'): RecordRow => ({
  ...stocks(tick + 1),
  minQ: 0.1,
  maxQ: 0.9,
  economy,
  tick,
  t: tick / 10,
  status,
  groups: [stocks(tick + 1)],
});
const kept = (store: RowStore) => [...store.rows()].map(({ economy, tick }) => `${economy}:${tick}`);

describe('a row store', () => {
  it('gives back every row as it was, in order, while they fit', () => {
    const store = new RowStore(1, 100);
    for (let tick = 0; tick < 40; tick++) for (const economy of [0, 1]) store.push(row(economy, tick));
    const rows = [...store.rows()];
    expect(rows).toHaveLength(80);
    expect(store.every).toBe(1);
    expect(rows[15]).toEqual(row(1, 7));
  });

  it('gives back what was measured, and no measures where none were taken', () => {
    const store = new RowStore(2, 100);
    const measures = measureTable.map((_, i) => (i === 3 ? Number.NaN : i + 0.5));
    const measured = { measures, regrets: [0.1, Number.NaN] };
    const measuredRow = { ...row(0, 1), groups: [stocks(1), stocks(2)], measured };
    store.push(measuredRow);
    store.push(row(0, 2));
    expect([...store.rows()]).toEqual([measuredRow, row(0, 2)]);
  });

  it('past its bound keeps every second tick, then every fourth, and each economy’s last', () => {
    const store = new RowStore(1, 16);
    for (let tick = 0; tick <= 50; tick++) for (const economy of [0, 1]) store.push(row(economy, tick));
    expect(store.every).toBe(8);
    expect(kept(store)).toEqual([
      ...[0, 8, 16, 24, 32, 40, 48].flatMap((tick) => [`0:${tick}`, `1:${tick}`]),
      ...['0:50', '1:50'],
    ]);
  });

  it('keeps the last state before a blow-up, which bears the number of the tick before', () => {
    const store = new RowStore(1, 16);
    store.push(row(0, 0));
    store.push(row(0, 1));
    store.push(row(0, 1, 'blow-up'));
    expect([...store.rows()].map(({ status }) => status)).toEqual(['running', 'running', 'blow-up']);
  });
});
