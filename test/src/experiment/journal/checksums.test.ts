import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64ToDoubles, doublesToBase64 } from '../../../../src/experiment/journal/base64.ts';
import { crc32 } from '../../../../src/experiment/journal/crc32.ts';
import { Fnv64 } from '../../../../src/experiment/journal/fnv64.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The definition, a bit at a time. */
function crcByBits(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe('CRC-32', () => {
  test('has the check value of its catalogue', () => {
    expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
    expect(crc32(bytes(''))).toBe(0);
  });

  test('is its definition, over any stretch', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(20), (data, skip) => {
        const start = Math.min(skip, data.length);
        expect(crc32(data, start)).toBe(crcByBits(data.subarray(start)));
      }),
    );
  });
});

describe('FNV-1a of 64 bits', () => {
  // Test vectors of the authors, http://www.isthe.com/chongo/src/fnv/test_fnv.c.
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
    ['chongo was here!\n', '46810940eff5f915'],
  ])('of %j is %s', (text, digest) => {
    expect(new Fnv64().add(text).digest()).toBe(digest);
  });

  test('is its definition over the bytes of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        let hash = 0xcbf29ce484222325n;
        for (const byte of bytes(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
        expect(new Fnv64().add(text).digest()).toBe(hash.toString(16).padStart(16, '0'));
      }),
    );
  });

  test('goes on from a copy', () => {
    const begun = new Fnv64().add('foo');
    expect(begun.copy().add('bar').digest()).toBe('85944171f73967e8');
    expect(begun.digest()).toBe(new Fnv64().add('foo').digest());
  });
});

describe('doubles in base64', () => {
  test('are those of the bytes, and come back to the bit', () => {
    fc.assert(
      fc.property(fc.float64Array({ maxLength: 20 }), (doubles) => {
        const text = doublesToBase64(doubles);
        expect(text).toBe(Buffer.from(doubles.buffer).toString('base64'));
        expect(base64ToDoubles(text)).toEqual(doubles);
      }),
    );
  });
});
