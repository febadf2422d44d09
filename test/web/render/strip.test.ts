import { describe, expect, it } from 'vitest';
import { packColor, STRIP_WORDS, Strip } from '../../../web/render/strip.ts';

const vertices = (strip: Strip) =>
  Array.from({ length: strip.vertices }, (_, i) => [
    ...strip.data.subarray(i * STRIP_WORDS, i * STRIP_WORDS + 4),
  ]);

describe('a strip', () => {
  it('gives a line its width and a soft edge of one device pixel', () => {
    const strip = new Strip();
    strip.clear(2);
    strip.begin('#000000', 1, 3, null);
    strip.moveTo(0, 0);
    strip.lineTo(10, 0);
    strip.end();
    // Half of 3 and half a CSS pixel, which is one device pixel.
    expect(vertices(strip)).toEqual([
      [0, 2, 2, 0],
      [0, -2, -2, 0],
      [10, 2, 2, 10],
      [10, -2, -2, 10],
    ]);
  });

  it('mitres a right angle', () => {
    const strip = new Strip();
    strip.clear(1);
    strip.begin('#000000', 1, 0, null);
    strip.moveTo(0, 0);
    strip.lineTo(10, 0);
    strip.lineTo(10, 10);
    strip.end();
    const [, , outer, inner] = vertices(strip);
    expect(outer.slice(0, 2)).toEqual([9, 1]);
    expect(inner.slice(0, 2)).toEqual([11, -1]);
  });

  it('joins strokes by triangles without area', () => {
    const strip = new Strip();
    strip.clear(1);
    strip.begin('#000000', 1, 2, null);
    for (const y of [0, 50]) {
      strip.moveTo(0, y);
      strip.lineTo(10, y);
    }
    strip.end();
    const all = vertices(strip).map(([x, y]) => `${x},${y}`);
    expect(all).toHaveLength(10);
    expect(all[4]).toBe(all[3]);
    expect(all[5]).toBe(all[6]);
  });

  it('grows and keeps what it has', () => {
    const strip = new Strip(8);
    strip.clear(1);
    strip.begin('#000000', 1, 2, null);
    strip.moveTo(0, 0);
    for (let i = 1; i <= 1000; i++) strip.lineTo(i, 0);
    strip.end();
    expect(strip.vertices).toBe(2002);
    expect(vertices(strip)[2001].slice(0, 2)).toEqual([1000, -2]);
  });
});

it('packColor puts red first in memory', () => {
  expect([...new Uint8Array(new Uint32Array([packColor('#102030', 1)]).buffer)]).toEqual([16, 32, 48, 255]);
});
