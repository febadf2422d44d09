const encoder = new TextEncoder();

const BASIS = 0x811c9dc5;
const add = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

/**
 * The id that keys a group's random draws: FNV-1a (32 bits) of the name's UTF-8 bytes.
 * It depends on the name alone, so a group keeps its luck whatever other groups stand beside it.
 */
export function groupId(name: string): number {
  let hash = BASIS;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    // Up to here one unit is one byte, and needs no encoder, which takes longer than all this.
    if (unit >= 0x80) return encoder.encode(name).reduce(add, BASIS) >>> 0;
    hash = add(hash, unit);
  }
  return hash >>> 0;
}
