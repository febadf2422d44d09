import { expect, it } from 'vitest';
import { parameter, rowsOf } from '../../../src/scenario/index.ts';
import { simulate } from './harness.ts';

/** Both ends of a parameter's slider, and its least value where that is allowed. */
function ends(id: string): number[] {
  const row = parameter(id);
  if (row.kind !== 'number' && row.kind !== 'integer') return [];
  const { slider = [], min, minOpen } = row;
  return [...new Set([...slider, ...(minOpen ? [] : [min])])].filter(Number.isFinite);
}

const cases = rowsOf('economy').flatMap(({ id, path }) =>
  ends(id).map((value): [path: string, value: number] => [path, value]),
);

it('asks of every parameter that has a slider', () => {
  expect(cases.length).toBeGreaterThan(40);
});

// Three labs and one: the padding of the columns, which holds no labs, is there too. θ beside the others takes the general way.
it.each(cases)('%s = %s turns nothing non-finite, by itself and in a market', (path, value) => {
  for (const theta of [1, 1.5]) {
    const key = path.slice('economy.'.length);
    // A lag is at least a tick; a cone needs its bounds in order.
    const legal =
      (key === 'tau' && value > 0 && value < 0.05) || (key === 'k2' && value <= 0) ? {} : { [key]: value };
    const simulation = simulate({
      clock: { h: 0.05, until: 2 },
      economy: { theta, ...legal },
      groups: [
        { name: 'three', count: 3, T0: 2, rule: { type: 'turnpike' } },
        { name: 'one', rule: { type: 'fixed', q: 0.5 } },
      ],
    });
    simulation.run();
    const [{ status }] = simulation.economies;
    expect(status).not.toBe('failed');
  }
});
