import { describe, expect, test } from 'vitest';
import * as eulerObjects from '../../bench/contestants/euler/objects.mjs';
import * as eulerTypedArrays from '../../bench/contestants/euler/typedArrays.mjs';
import * as paperObjects from '../../bench/contestants/paper/objects.mjs';
import * as paperTypedArrays from '../../bench/contestants/paper/typedArrays.mjs';
import { scenarioOf, simulateWith } from '../../bench/contestants/simulate.mjs';
import { euler, paper } from '../../bench/economies.mjs';
import { withSection } from '../../bench/report/write.mjs';
import { checkAgreement, interleave } from '../../bench/timing.mjs';
import { Simulation } from '../../src/core/index.ts';
import { loadCore } from '../../src/core/loadNode.ts';
import { parseScenario } from '../../src/scenario/index.ts';

const library = { Simulation, parseScenario, core: await loadCore() };
const coreFor = (economy: typeof paper | typeof euler) => ({
  name: 'core',
  create: (N: number, h: number) => simulateWith(library, scenarioOf(economy, N, h), undefined),
});

describe('the contestants of the bench', () => {
  // 1 and 2 leave groups without a lab; 10 and 130 have padding, and 130 more than one chunk in all.
  test.each([1, 2, 10, 130])('observe what the core does with %i labs', async (N) => {
    await checkAgreement([coreFor(paper), paperTypedArrays, paperObjects], paper, N);
    await checkAgreement([coreFor(euler), eulerTypedArrays, eulerObjects], euler, N);
  });

  test('one that computes something else is found out by name', async () => {
    const other = { name: 'another h', create: (N: number, h: number) => paperObjects.create(N, h * 1.0001) };
    await expect(checkAgreement([paperTypedArrays, other], paper, 10)).rejects.toThrow(
      'another h disagrees at N = 10',
    );
  });
});

describe('timing in turns', () => {
  test('figures are per lab and tick, ratios within a round', async () => {
    // A machine that slows down from call to call: 1 ms a tick at first, then more, the second runner always 3 times that.
    let slowness = 1;
    const runner = (factor: number) => ({
      time: (ticks: number) => {
        if (factor === 1) slowness *= 1.5;
        return ticks * factor * slowness;
      },
    });
    const [first, second] = await interleave([runner(1), runner(3)], [10, 10], { rounds: 5, slice: 8 });
    expect(first.ratio).toBe(1);
    expect(second.ratio).toBeCloseTo(3, 12);
    expect(first.least).toBeLessThan(first.median);
    expect(second.median / first.median).toBeCloseTo(3, 12);
  });
});

describe('writing what was measured into a file', () => {
  const text = 'before\n<!-- bench:a -->\nold\n<!-- /bench:a -->\nafter\n';

  test('replaces what stands between the markers, and nothing else', () => {
    const written = withSection(text, 'a', 'new');
    expect(written).toBe('before\n<!-- bench:a -->\n\nnew\n\n<!-- /bench:a -->\nafter\n');
    expect(withSection(written, 'a', 'new')).toBe(written);
  });

  test('refuses a section that the file has not', () => {
    expect(() => withSection(text, 'b', 'new')).toThrow('no section <!-- bench:b -->');
  });
});
