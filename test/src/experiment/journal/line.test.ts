import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLine, encodeLine, Lines } from '../../../../src/experiment/journal/line.ts';
import { recordsIn } from '../../../../src/experiment/sweep.ts';
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

test('lines stand one behind the other, however many and long they are and whatever their letters', () => {
  fc.assert(
    // Up to 3 · 40,000 bytes a line: room has to grow, and bytes to be a digit more than letters.
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('x', 'é', '木', '😀'), fc.nat(20_000)), { maxLength: 6 }),
      (texts) => {
        const records = texts.map(([letter, times]) => ({
          ...record,
          parameters: { ...record.parameters, word: letter.repeat(times) },
        }));
        const lines = new Lines();
        for (let round = 0; round < 2; round++) {
          for (const one of records) lines.add(one);
          const all = lines.taken();
          expect(Buffer.compare(all, Buffer.concat(records.map(encodeLine)))).toBe(0);
          expect([...recordsIn(all)]).toEqual(records);
        }
        expect(lines.taken().length).toBe(0);
      },
    ),
    { numRuns: 20 },
  );
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
