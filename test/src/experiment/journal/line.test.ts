import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLine, encodeLine } from '../../../../src/experiment/journal/line.ts';
import { record } from '../sample.ts';

const line = encodeLine(record);
const body = line.subarray(0, -1);

test('a line comes back as the record it was made of, to the bit', () => {
  expect(line[line.length - 1]).toBe(10);
  expect(decodeLine(body)).toEqual(record);
});

test('a line is text: its length, its checksum and JSON', () => {
  const [, length, , json] = /^(\d+) ([0-9a-f]{8}) (.*)$/.exec(new TextDecoder().decode(body)) as string[];
  expect(Number(length)).toBe(new TextEncoder().encode(json).length);
  expect(JSON.parse(json)).toMatchObject({ run: 17, seed: 2 });
});

test('no byte can change, come or go without the line being refused', () => {
  fc.assert(
    fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = body.slice();
      changed[at] ^= flip;
      expect(decodeLine(changed)).toBeNull();
      expect(decodeLine(body.subarray(0, at))).toBeNull();
      expect(decodeLine(Uint8Array.of(...body.subarray(0, at), flip, ...body.subarray(at)))).toBeNull();
    }),
  );
});

test('what is no line at all is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
      expect(decodeLine(noise)).toBeNull();
    }),
  );
});
