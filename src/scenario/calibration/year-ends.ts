import { parseCsv } from '../csv.ts';
import { type Problem, ScenarioError } from '../errors.ts';
import { nameText } from '../table/texts.ts';
import { valueText } from '../words.ts';

/** A lab's chips at the end of consecutive or scattered years, oldest first. */
export interface YearEnds {
  lab: string;
  years: number[];
  /** H100e, medians. */
  K: number[];
}

const columns = ['lab', 'date', 'h100e_median'];
const yearEnd = /^(\d{4})-12-31$/;

/** Every lab's year-ends from a CSV file, labs in the order of the file. ScenarioError that names line and column, or the lab. */
export function readYearEnds(csv: string): YearEnds[] {
  const problems: Problem[] = [];
  const labs = new Map<string, Map<number, number>>();
  for (const { line, cells } of parseCsv(csv, columns)) {
    const refuse = (column: string, allowed: string) =>
      problems.push({ path: `line ${line}, ${column}`, got: valueText(cells[column]), allowed });
    const year = Number(yearEnd.exec(cells.date)?.[1]);
    const K = cells.h100e_median === '' ? Number.NaN : Number(cells.h100e_median);
    if (!nameText.pattern.test(cells.lab)) refuse('lab', nameText.allowed);
    if (Number.isNaN(year)) refuse('date', 'the last day of a year, such as 2025-12-31');
    if (!(K > 0 && K <= 1e30)) refuse('h100e_median', 'a number above 0, at most 1e30');
    const known = labs.get(cells.lab) ?? new Map<number, number>();
    if (known.has(year)) refuse('date', `one line for ${cells.lab} and this date`);
    labs.set(cells.lab, known.set(year, K));
  }
  if (problems.length) throw new ScenarioError(problems);
  const found = [...labs].map(([lab, byYear]) => {
    const years = [...byYear.keys()].sort((x, y) => x - y);
    return { lab, years, K: years.map((year) => byYear.get(year)!) };
  });
  checkLabs(found);
  return found;
}

function checkLabs(labs: readonly YearEnds[]): void {
  const problems: Problem[] = [];
  const last = Math.max(...labs.flatMap(({ years }) => years));
  if (!labs.length)
    problems.push({ path: 'line 2', got: 'the end of the file', allowed: 'two year-ends for each lab' });
  for (const { lab, years, K } of labs) {
    const refuse = (got: string, allowed: string) => problems.push({ path: lab, got, allowed });
    if (years.length < 2) refuse(`one year-end, ${years[0]}`, 'at least two, to know its growth');
    else if (years.at(-1) !== last)
      refuse(`its last year-end in ${years.at(-1)}`, `one in ${last}, as the others`);
    else if (K[1] <= K[0])
      refuse(`no growth from ${years[0]} to ${years[1]}`, 'growth after its first year-end');
    else if (K.at(-1)! <= K.at(-2)!) refuse(`no growth up to ${last}`, 'growth in the last year');
  }
  if (problems.length) throw new ScenarioError(problems);
}
