export { type Article, articles } from './articles/index.ts';
export { type ArticleReport, type Report, reproduce, VERDICTS } from './report.ts';
export {
  agrees,
  type Comparison,
  type Expected,
  type Finding,
  judge,
  type Reading,
  type Tolerance,
  type Verdict,
} from './row.ts';
export { type Played, Runs } from './runs.ts';
