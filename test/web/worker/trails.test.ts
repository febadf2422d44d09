import { expect, it } from 'vitest';
import { Run } from '../../../web/worker/run/run.ts';
import { core, scenario } from './lab.ts';

it('trails keep the first place and stay within bounds however long the run', () => {
  const groups = [
    { name: 'x', count: 200, rule: { type: 'fixed', q: 0.01 }, K0: { distribution: 'lognormal' } },
  ];
  const run = new Run(core, scenario({ groups, clock: { h: 1e-4, until: 0.1 } }));
  const trails = run.trails!;
  const first = trails.places.slice(0, 400);
  while (run.isRunning) run.advance(1, () => 0, 1);
  expect(trails.samples).toBeGreaterThan(30);
  expect(trails.samples * 200).toBeLessThanOrEqual(24_000);
  expect(trails.places.slice(0, 400)).toEqual(first);
});

it('a lab alone and a crowd have none', () => {
  expect(new Run(core, scenario({})).trails).toBeNull();
  const groups = [{ name: 'x', count: 201, rule: { type: 'parity' } }];
  expect(new Run(core, scenario({ groups })).trails).toBeNull();
});
