/** What a run must show for a lesson's question to count as answered; told from the summary of its first economy. */
export type Condition =
  | { readonly measure: 'blowUpTime'; readonly below: number }
  | { readonly measure: 'status'; readonly is: 'blow-up' }
  /** The group with the most chips at the end. */
  | { readonly measure: 'leader'; readonly is: string };

/** One step of the way from Figure 1 to the race of the labs: a scenario, what it shows, and a question that one control answers. */
export interface Lesson {
  readonly id: string;
  readonly title: string;
  /** A preset and what the lesson changes of it, path by path. */
  readonly preset: string;
  readonly set: Readonly<Record<string, unknown>>;
  /** At most 120 words. */
  readonly paragraph: string;
  /** The TeX and the MathML that Temml makes of it, so that no page needs a typesetter; a test compares the two. */
  readonly equation: { readonly tex: string; readonly mathml: string };
  readonly question: string;
  /** Path of the one parameter that answers it, as in `--set`. */
  readonly control: string;
  readonly answer: { readonly value: string | number; readonly words: string };
  readonly condition: Condition;
}
