/** Text inside a PNG file, so that a picture found years later still says what made it. PNG specification, 11.3.3 (iTXt). */

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** CRC-32 as in PNG's annex D. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The file with `text` under `keyword` (Latin letters) before its last chunk, IEND, which is always 12 bytes long. */
export function withText(
  png: Uint8Array<ArrayBuffer>,
  keyword: string,
  text: string,
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  // Uncompressed, and with neither language nor translated keyword: five zero bytes between keyword and text.
  const content = encoder.encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(content.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length - 4);
  chunk.set(content, 4);
  view.setUint32(content.length + 4, crc32(content));
  const result = new Uint8Array(png.length + chunk.length);
  const end = png.length - 12;
  result.set(png.subarray(0, end), 0);
  result.set(chunk, end);
  result.set(png.subarray(end), end + chunk.length);
  return result;
}
