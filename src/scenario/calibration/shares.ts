/** A lab's (or every lab's) training share in one year. */
export interface TrainingShare {
  year: number;
  /** null: every lab without a value of its own that year. */
  lab: string | null;
  q: number;
  source: string;
}

/** Training shares q that have a source; in any other year a lab trains with `otherwise`. */
export const trainingShares: readonly TrainingShare[] = [
  {
    year: 2024,
    lab: null,
    q: 0.71,
    source:
      'OpenAI spent about $5B on R&D and $2B on inference in 2024 (Epoch AI data insight, excerpt), taken for all',
  },
  {
    year: 2025,
    lab: 'OpenAI',
    q: 0.5,
    source: 'about 50 % inference in 2025 (Epoch AI, frontier-lab compute modelling summary)',
  },
  {
    year: 2025,
    lab: 'Anthropic',
    q: 0.6,
    source: 'about 40 % inference in 2025 (Epoch AI, frontier-lab compute modelling summary)',
  },
];

const otherwise = 0.5;

/** The training share of a lab in a year, and where it comes from. */
export function trainingShare(
  lab: string,
  year: number,
  shares: readonly TrainingShare[] = trainingShares,
): { q: number; source: string } {
  const ofYear = shares.filter((share) => share.year === year);
  const found = ofYear.find((share) => share.lab === lab) ?? ofYear.find((share) => share.lab === null);
  return found ?? { q: otherwise, source: 'no source found: half, as in S1’s Figure 1' };
}
