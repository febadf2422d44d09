import { type ArticleReport, type Report, VERDICTS } from '../reproduce/index.ts';
import type { Finding, Verdict } from '../reproduce/row.ts';
import { expectedText, numberText, quantityText } from '../reproduce/words.ts';
import { table, wrap } from './output.ts';

const verdicts = Object.keys(VERDICTS) as Verdict[];

function rowText({ id, what, section, article, how, why, comparisons, verdict }: Finding): string {
  const has = {
    article: comparisons.some((each) => each.article !== undefined),
    reference: comparisons.some((each) => each.reference !== undefined),
  };
  const head = [
    'quantity',
    ...(has.article ? ['article'] : []),
    'ours',
    ...(has.reference ? ['got otherwise'] : []),
  ];
  const rows = comparisons.map((each) => [
    quantityText(each),
    ...(has.article ? [expectedText(each.article)] : []),
    numberText(each.ours),
    ...(has.reference ? [expectedText(each.reference)] : []),
  ]);
  const labelled = (label: string, text: string): string => {
    const [first, ...rest] = wrap(text, ' '.repeat(11)).split('\n');
    return [`  ${label.padEnd(9)}${first.trimStart()}`, ...rest].join('\n');
  };
  return [
    `${id}: ${what}`,
    labelled('verdict', VERDICTS[verdict]),
    labelled('article', `${article} (${section})`),
    labelled('how', how),
    ...(why === undefined ? [] : [labelled('why', why)]),
    '',
    table(head, rows).trimEnd().replace(/^/gm, '    '),
  ].join('\n');
}

function articleText({ id, title, author, url, findings }: ArticleReport): string {
  const head = `${id}  ${title}\n    ${author}\n    ${url}`;
  return [head, ...findings.map(rowText)].join('\n\n');
}

/** Each article's rows, then how many came out how. */
export function reproduceText(report: Report): string {
  const counted = report.articles.map(({ id, findings }) => [
    id,
    ...verdicts.map((verdict) => String(findings.filter((finding) => finding.verdict === verdict).length)),
  ]);
  const all = ['all', ...verdicts.map((verdict) => String(report.counts[verdict]))];
  return [
    ...report.articles.map(articleText),
    table(['rows', ...verdicts.map((verdict) => VERDICTS[verdict])], [...counted, all]).trimEnd(),
    `Turnpike ${report.version}, core ${report.coreHash}`,
  ].join('\n\n');
}
