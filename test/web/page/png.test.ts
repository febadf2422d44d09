import { describe, expect, it } from 'vitest';
import { crc32, withText } from '../../../web/page/exports/pngText.ts';

/** The smallest PNG: one transparent pixel. */
const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

describe('text in a PNG', () => {
  it('is a chunk of its own before the end, with the right sum', () => {
    const text = '{"seed":1,"name":"σ"}';
    const png = withText(pixel, 'Turnpike', text);
    const bytes = Buffer.from(png);
    const at = bytes.indexOf('iTXt');
    const length = bytes.readUInt32BE(at - 4);
    const content = bytes.subarray(at, at + 4 + length);
    expect(content.toString('utf8')).toBe(`iTXtTurnpike\0\0\0\0\0${text}`);
    expect(bytes.readUInt32BE(at + 4 + length)).toBe(crc32(content));
    expect(bytes.subarray(-12)).toEqual(Buffer.from(pixel.subarray(-12)));
  });

  it('uses the CRC-32 of the standard check value', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});
