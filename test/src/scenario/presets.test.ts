import { describe, expect, test } from 'vitest';
import { economiesOf } from '../../../src/scenario/economies.ts';
import { preset, presets, presetTopics } from '../../../src/scenario/presets/index.ts';
import { parseScenario } from '../../../src/scenario/validate.ts';
import { economyDefaults } from './defaults.ts';
import { expectProblem, refused } from './refused.ts';

test('the presets are those of the issue', () => {
  expect(presets.map(({ name }) => name)).toEqual([
    'figure-1',
    'parity-vs-turnpike',
    'fragmented',
    'foresight',
    'wrong-beliefs',
    'commons',
    'frontier-five',
    'chip-drought',
    'glut',
    'soft-wall',
    'copycats',
    'learners',
    'release-cadence',
    'shake-out',
    'short-lived-models',
    'frontier-five-fab',
    'race-to-the-top',
    'cash-now',
    'free-riders',
    'techniques',
  ]);
});

describe.each(presets.map(({ name }) => name))('%s', (name) => {
  const scenario = preset(name);

  test('is legal, complete and says what to look for', () => {
    expect(parseScenario(scenario)).toEqual(scenario);
    expect(scenario.title).not.toBe('');
    expect(scenario.lookFor.length).toBeGreaterThan(40);
    // One sentence: nothing follows a full stop.
    expect(scenario.lookFor).toMatch(/^[^.]*(?:\.\d[^.]*)*\.$/);
    expect(Object.values(scenario.units)).not.toContain('chip units');
  });

  test('each variant differs from the base', () => {
    const [base, ...variants] = economiesOf(scenario);
    for (const variant of variants) expect({ ...variant, name: 'base' }).not.toEqual(base);
  });
});

test('figure-1 is S1’s: q = ½, c = 1, K₀ = T₀ = 1, and runs past π', () => {
  const { economy, groups, clock, variants } = preset('figure-1');
  expect(economy).toEqual(economyDefaults);
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({
    count: 1,
    rule: { type: 'fixed', q: 0.5 },
    K0: { value: 1 },
    T0: { value: 1 },
  });
  expect(clock).toEqual({ h: 0.05, until: 3.2, method: 're6', epsilon: 0.05 });
  expect(variants).toEqual([]);
});

test('fragmented has the same totals in every economy', () => {
  for (const { groups } of economiesOf(preset('fragmented'))) {
    const [{ count, K0, T0 }] = groups;
    expect(count * (K0 as { value: number }).value).toBe(1);
    expect(count * (T0 as { value: number }).value).toBe(1);
  }
});

test('commons is five values of σ', () => {
  expect(economiesOf(preset('commons')).map(({ economy }) => economy.sigma)).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test('foresight is five horizons', () => {
  const horizons = economiesOf(preset('foresight')).map(({ groups }) => groups[0].rule.horizon);
  expect(horizons).toEqual([null, 3, 1, 0.3, 0.1]);
});

test('an unknown preset is refused with a near name', () => {
  expectProblem(
    refused(() => preset('figure1')),
    'preset',
    '"figure1"',
    'did you mean "figure-1"?',
  );
});

test('every preset stands under one heading', () => {
  const listed = presetTopics.flatMap((topic) => topic.presets.map(({ name }) => name));
  expect(listed.sort()).toEqual(presets.map(({ name }) => name).sort());
  expect(presetTopics.map(({ title }) => title)).not.toContain('More');
});
