import { describe, expect, test } from 'vitest';
import { turnpike, turnpikeJson } from './cli.ts';

const figure1 = ['flow', '--K0', '1', '--T0', '1', '--c', '1', '--q', '0.5'];

describe('turnpike flow', () => {
  test('gives Figure 1: K = 1/(1 − sin(t/2)), T = tan(t/4 + π/4), blow-up at π', async () => {
    const { K, T, blowUpTime } = await turnpikeJson([...figure1, '--t', '2.5']);
    expect(K * (1 - Math.sin(1.25))).toBeCloseTo(1, 12);
    expect(T / Math.tan(0.625 + Math.PI / 4)).toBeCloseTo(1, 12);
    expect(blowUpTime).toBeCloseTo(Math.PI, 12);
  });

  test('past the blow-up K and T are infinite: null in JSON, ∞ in text', async () => {
    const { K, T } = await turnpikeJson([...figure1, '--t', '4']);
    expect([K, T]).toEqual([null, null]);
    const { stdout } = await turnpike([...figure1, '--t', '4']);
    expect(stdout).toContain('∞');
  });

  test('without training there is no blow-up: blowUpTime null and K = e^t', async () => {
    const args = ['flow', '--K0', '1', '--T0', '1', '--c', '1', '--q', '0', '--t', '1'];
    const { K, blowUpTime } = await turnpikeJson(args);
    expect(K).toBeCloseTo(Math.E, 14);
    expect(blowUpTime).toBeNull();
  });

  test('a share above 1 is refused by name', async () => {
    const { code, stderr } = await turnpike([...figure1.slice(0, -1), '1.2', '--t', '1']);
    expect(code).toBe(2);
    expect(stderr).toBe('turnpike: q: got 1.2; allowed: a number from 0 to 1\n');
  });

  test('a missing option is bad input, exit 2', async () => {
    const { code, stderr } = await turnpike(figure1);
    expect(code).toBe(2);
    expect(stderr).toContain('--t');
  });
});
