/** Places along one axis of the picture. */
export interface Scale {
  readonly isLog: boolean;
  /** Data unit: log10 of the value on a log axis. */
  readonly positions: readonly number[];
  /** One more than positions: each cell lies between two of them. */
  readonly edges: readonly number[];
  readonly span: readonly [number, number];
  /** Pixel of a place in the data unit. */
  pixel(at: number): number;
  /** Number of the cell at a pixel, or −1. */
  cellAt(pixel: number): number;
}

/** Cells around ascending values, from one pixel to another (downwards where `to` is the smaller); borders halfway between neighbours. */
export function scaleOf(values: readonly number[], isLog: boolean, from: number, to: number): Scale {
  const positions = values.map((value) => (isLog ? Math.log10(value) : value));
  const last = positions.length - 1;
  const half = (i: number) => (positions[i + 1] - positions[i]) / 2;
  const edges =
    last === 0
      ? [positions[0] - 0.5, positions[0] + 0.5]
      : [
          positions[0] - half(0),
          ...positions.slice(0, -1).map((position, i) => position + half(i)),
          positions[last] + half(last - 1),
        ];
  const span = [edges[0], edges[last + 1]] as const;
  const pixel = (at: number) => from + ((at - span[0]) / (span[1] - span[0])) * (to - from);
  const cellAt = (at: number) => {
    const place = span[0] + ((at - from) / (to - from)) * (span[1] - span[0]);
    return place < span[0] || place > span[1]
      ? -1
      : Math.max(0, edges.findIndex((edge) => edge >= place) - 1);
  };
  return { isLog, positions, edges, span, pixel, cellAt };
}

/** The number of the value nearest to one; values ascending. */
export function nearest(scale: Scale, value: number): number {
  const at = scale.isLog ? Math.log10(value) : value;
  let found = 0;
  scale.positions.forEach((position, i) => {
    if (Math.abs(position - at) < Math.abs(scale.positions[found] - at)) found = i;
  });
  return found;
}
