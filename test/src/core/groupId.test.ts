import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupId } from '../../../src/core/groupId.ts';

test('is FNV-1a of 32 bits', () => {
  // Test vectors of the authors, http://www.isthe.com/chongo/src/fnv/test_fnv.c.
  expect(groupId('')).toBe(0x811c9dc5);
  expect(groupId('a')).toBe(0xe40c292c);
  expect(groupId('foobar')).toBe(0xbf9cf968);
});

test('over the UTF-8 bytes of any name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
      let hash = 0x811c9dc5n;
      for (const byte of new TextEncoder().encode(name))
        hash = BigInt.asUintN(32, (hash ^ BigInt(byte)) * 0x01000193n);
      expect(groupId(name)).toBe(Number(hash));
    }),
  );
});
