/** Base64 (RFC 4648) of the bytes of doubles, little-endian as in the core's memory. */

const alphabet = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const places = new Uint8Array(128);
alphabet.forEach((code, place) => {
  places[code] = place;
});
const padding = '='.charCodeAt(0);

export function doublesToBase64(doubles: Float64Array): string {
  const bytes = new Uint8Array(doubles.buffer, doubles.byteOffset, doubles.byteLength);
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text[at++] = alphabet[word >>> 18];
    text[at++] = alphabet[(word >>> 12) & 63];
    text[at++] = i + 1 < bytes.length ? alphabet[(word >>> 6) & 63] : padding;
    text[at++] = i + 2 < bytes.length ? alphabet[word & 63] : padding;
  }
  return new TextDecoder().decode(text);
}

/** What `doublesToBase64` made a text of. */
export function base64ToDoubles(text: string): Float64Array {
  const codes = new TextEncoder().encode(text);
  const bytes = new Uint8Array(Math.floor((codes.length * 3) / 4 / 8) * 8);
  let at = 0;
  for (let i = 0; i < codes.length; i += 4) {
    const word =
      (places[codes[i]] << 18) |
      (places[codes[i + 1]] << 12) |
      (places[codes[i + 2]] << 6) |
      places[codes[i + 3]];
    bytes[at++] = word >>> 16;
    bytes[at++] = word >>> 8;
    bytes[at++] = word;
  }
  return new Float64Array(bytes.buffer);
}
