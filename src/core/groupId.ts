const encoder = new TextEncoder();

/**
 * The id that keys a group's random draws: FNV-1a (32 bits) of the name's UTF-8 bytes.
 * It depends on the name alone, so a group keeps its luck whatever other groups stand beside it.
 */
export function groupId(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
