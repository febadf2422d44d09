/** Edits (insert, delete, replace, swap neighbours) between two words. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, replace);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length];
}

/** The candidates a mistyped word may have meant, nearest first, at most two. */
export function near(word: string, candidates: readonly string[]): string[] {
  if (word.length > 60) return [];
  const typed = word.toLowerCase();
  const farthest = Math.max(1, Math.floor(word.length / 3));
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(typed, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= farthest && distance < candidate.length)
    .sort((x, y) => x.distance - y.distance)
    .slice(0, 2)
    .map(({ candidate }) => candidate);
}

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const found = near(word, candidates).map((candidate) => `"${candidate}"`);
  return found.length ? `; did you mean ${found.join(' or ')}?` : '';
}
