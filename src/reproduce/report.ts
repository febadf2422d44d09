import type { Core } from '../core/index.ts';
import { version } from '../version.ts';
import { type Article, articles } from './articles/index.ts';
import { type Finding, judge, type Row, type Verdict } from './row.ts';
import { Runs } from './runs.ts';

export interface ArticleReport extends Omit<Article, 'rows'> {
  readonly findings: readonly Finding[];
}

/** Every row of every article, computed. Identified by version and core: the same two give the same report. */
export interface Report {
  readonly version: string;
  readonly coreHash: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly articles: readonly ArticleReport[];
}

export const VERDICTS: Readonly<Record<Verdict, string>> = {
  reproduced: 'reproduced',
  informal: 'reproduced; article informal',
  differs: 'differs; wrong as printed',
  answered: 'left out there, answered here',
  failed: 'NOT REPRODUCED',
};

export function find(row: Row, runs: Runs): Finding {
  const { compute, ...rest } = row;
  const comparisons = compute(runs);
  return { ...rest, comparisons, verdict: judge(rest, comparisons) };
}

/** Recomputes what the articles say. A row that should come out and does not is `failed`; nothing is thrown for it. */
export function reproduce(core: Core, runs = new Runs(core)): Report {
  const found = articles.map(({ rows, ...article }) => ({
    ...article,
    findings: rows.map((row) => find(row, runs)),
  }));
  const all = found.flatMap(({ findings }) => findings);
  const count = (verdict: Verdict): number => all.filter((finding) => finding.verdict === verdict).length;
  const counts = {
    reproduced: count('reproduced'),
    informal: count('informal'),
    differs: count('differs'),
    answered: count('answered'),
    failed: count('failed'),
  };
  return { version, coreHash: core.hash, counts, articles: found };
}
