/** The largest power of two, at most `most`, that divides i; 0 is divided by all of them. */
const strideOf = (i: number, most: number): number => (i === 0 ? most : Math.min(most, i & -i));

/**
 * Cells of a grid, numbered with the second index changing fastest, in an order that shows the whole coarsely before it
 * shows any part finely: every second line of every second column comes before what lies between them, and so all the way up.
 */
export function coarseFirst(columns: number, rows: number): number[] {
  const most = 2 ** Math.ceil(Math.log2(Math.max(columns, rows, 2)));
  const strides: number[] = [];
  for (let i = 0; i < columns; i++)
    for (let j = 0; j < rows; j++) strides.push(Math.min(strideOf(i, most), strideOf(j, most)));
  return strides.map((_, cell) => cell).sort((a, b) => strides[b] - strides[a] || a - b);
}
