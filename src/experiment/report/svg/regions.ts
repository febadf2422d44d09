/** Steps to the nearest cell of another kind or to the border, diagonal ones too, by two sweeps. */
function depths(kinds: readonly (readonly unknown[])[]): number[][] {
  const rows = kinds.length;
  const columns = kinds[0].length;
  const depth = kinds.map((line) => line.map(() => Number.POSITIVE_INFINITY));
  const from = (r: number, c: number, kind: unknown): number => {
    if (r < 0 || c < 0 || r >= rows || c >= columns || kinds[r][c] !== kind) return 0;
    return depth[r][c];
  };
  const settle = (r: number, c: number): void => {
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        if (i !== 0 || j !== 0) depth[r][c] = Math.min(depth[r][c], 1 + from(r + i, c + j, kinds[r][c]));
  };
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) settle(r, c);
  for (let r = rows - 1; r >= 0; r--) for (let c = columns - 1; c >= 0; c--) settle(r, c);
  return depth;
}

/** Too near the edge of its region a word would stand on another. */
const enough = 3;

/** Where the name of each kind of cell stands best: farthest from all others. Kinds without room are left out. */
export function regionCentres<Kind>(
  kinds: readonly (readonly (Kind | null)[])[],
): { kind: Kind; row: number; column: number }[] {
  if (kinds.length === 0) return [];
  const depth = depths(kinds);
  const best = new Map<Kind, { row: number; column: number; depth: number }>();
  kinds.forEach((line, row) => {
    line.forEach((kind, column) => {
      if (kind !== null && depth[row][column] > (best.get(kind)?.depth ?? enough - 1))
        best.set(kind, { row, column, depth: depth[row][column] });
    });
  });
  return [...best].map(([kind, { row, column }]) => ({ kind, row, column }));
}
