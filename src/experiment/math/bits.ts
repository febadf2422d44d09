const view = new DataView(new ArrayBuffer(8));

/** x = 2^e·m with m in [√½, √2), for a positive normal x. */
export function splitAtRootHalf(x: number): { e: number; m: number } {
  view.setFloat64(0, x);
  const upper = view.getUint32(0);
  const e = (upper >>> 20) - 1023;
  view.setUint32(0, (upper & 0xfffff) | 0x3ff00000);
  const m = view.getFloat64(0);
  return m < Math.SQRT2 ? { e, m } : { e: e + 1, m: m / 2 };
}

/** 2^n for a whole n from −1022 to 1023. */
export function powerOfTwo(n: number): number {
  view.setUint32(0, (n + 1023) << 20);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}

/** x without the last 27 bits of its fraction: what is left has 26 significant bits. */
export function firstHalf(x: number): number {
  view.setFloat64(0, x);
  view.setUint32(4, view.getUint32(4) & 0xf8000000);
  return view.getFloat64(0);
}
