/** One picture of a report with its words; texts are plain, svg and legend are markup. */
export interface Figure {
  title: string;
  /** What is seen and how it was made, in a sentence or two. */
  caption: string;
  svg: string;
  legend: string;
}

/** Pictures that belong together. */
export interface Section {
  id: string;
  title: string;
  /** A sentence before the pictures; '' for none. */
  intro: string;
  figures: Figure[];
  /** One picture a line, its words beside it where there is room. */
  isWide?: boolean;
}
