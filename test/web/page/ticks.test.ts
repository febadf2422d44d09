import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../web/page/axes/textWidth.ts';
import { linearTicks, logTicks, type Room, type Ticks } from '../../../web/page/axes/ticks.ts';

const rooms = fc.record<Room>({
  length: fc.integer({ min: 60, max: 1600 }),
  direction: fc.constantFrom('across', 'up'),
  fontSize: fc.constantFrom(10, 11, 12),
});
/** Domains as runs have them: from a hundredth of a decade to the whole range of numbers. */
const logSpans = fc
  .tuple(fc.double({ min: -30, max: 270, noNaN: true }), fc.double({ min: -2, max: 2.5, noNaN: true }))
  .map(([low, exponent]): [number, number] => [low, low + 10 ** exponent]);
const linearSpans = fc
  .tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: -3, max: 6, noNaN: true }))
  .map(([low, exponent]): [number, number] => [low, low + 10 ** exponent]);

function expectClear({ major }: Ticks, span: [number, number], { length, direction, fontSize }: Room) {
  const pixels = length / (span[1] - span[0]);
  for (let i = 1; i < major.length; i++) {
    const gap = (major[i].at - major[i - 1].at) * pixels;
    const half = (label: string) => (direction === 'up' ? fontSize : textWidth(label, fontSize)) / 2;
    expect(gap).toBeGreaterThan(half(major[i].label) + half(major[i - 1].label));
  }
}

const expectInside = ({ major, minor }: Ticks, [low, high]: [number, number]) => {
  const slack = 1e-9 + (high - low) * 1e-9;
  for (const at of [...major.map((tick) => tick.at), ...minor]) {
    expect(at).toBeGreaterThanOrEqual(low - slack);
    expect(at).toBeLessThanOrEqual(high + slack);
  }
};

describe('ticks', () => {
  it('of a log axis never overlap and stay within the domain', () => {
    fc.assert(
      fc.property(logSpans, rooms, (span, room) => {
        const ticks = logTicks(span, room);
        expectClear(ticks, span, room);
        expectInside(ticks, span);
        expect(ticks.minor.length).toBeLessThan(2000);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a linear axis never overlap and stay within the domain', () => {
    fc.assert(
      fc.property(linearSpans, rooms, (span, room) => {
        const ticks = linearTicks(span, room);
        expectClear(ticks, span, room);
        expectInside(ticks, span);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a log axis have different labels', () => {
    fc.assert(
      fc.property(logSpans, rooms, (span, room) => {
        const labels = logTicks(span, room).major.map((tick) => tick.label);
        expect(new Set(labels).size).toBe(labels.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a log axis are plain while numbers are short, powers of ten otherwise', () => {
    const room: Room = { length: 400, direction: 'across', fontSize: 11 };
    expect(logTicks([0, 3], room).major.map((tick) => tick.label)).toEqual(['1', '10', '100', '1,000']);
    expect(logTicks([0, 8], room).major.map((tick) => tick.label)).toContain('10⁶');
    expect(logTicks([-2, 1], room).major[0].label).toBe('0.01');
    expect(logTicks([6.1, 6.9], room).major.map((tick) => tick.label)).toContain('2×10⁶');
  });

  it('give a wide log axis decades at even steps', () => {
    const { major } = logTicks([0, 280], { length: 500, direction: 'across', fontSize: 11 });
    const steps = new Set(major.slice(1).map((tick, i) => Math.round(tick.at - major[i].at)));
    expect(steps.size).toBe(1);
    expect(major.length).toBeGreaterThan(3);
  });

  it('are empty for a domain that is no stretch', () => {
    const room: Room = { length: 400, direction: 'up', fontSize: 11 };
    for (const span of [
      [1, 1],
      [2, 1],
      [Number.NaN, 1],
      [0, Infinity],
    ] as [number, number][]) {
      expect(logTicks(span, room).major).toEqual([]);
      expect(linearTicks(span, room).major).toEqual([]);
    }
  });
});
