import type { Command } from 'commander';
import {
  allowedText,
  describeDistributions,
  describeParameters,
  describeRules,
  distributions,
  type ParameterRow,
  parameters,
  rules,
} from '../../scenario/index.ts';
import { print, printJson, wrap } from '../output.ts';

/** A parameter in a few lines: what is typed, what may be typed, what it means. */
function rowText(row: ParameterRow): string {
  const given = typeof row.default === 'object' ? JSON.stringify(row.default) : String(row.default);
  const symbol = row.path.endsWith(row.symbol) ? row.label : `${row.symbol}: ${row.label}`;
  const unit = row.unit === '' ? '' : `  [${row.unit.replace(/[{}]/g, '')}]`;
  return [
    `${row.path}  (${symbol})${unit}`,
    wrap(`default ${given === '' ? '""' : given}; allowed: ${allowedText(row)}`, '    '),
    wrap(row.meaning, '    '),
    wrap(`Source: ${row.source}`, '    '),
  ].join('\n');
}

function listText(): string {
  const ruleTexts = rules.map(({ id, sentence, parameters: own }) =>
    [
      `groups.*.rule.type=${id}`,
      wrap(sentence, '    '),
      ...own.map((row) => rowText(row).replace(/^/gm, '    ')),
    ].join('\n'),
  );
  const distributionTexts = distributions.map(({ id, sentence, parameters: own }) => {
    const example = JSON.stringify({
      distribution: id,
      ...Object.fromEntries(own.map((p) => [p.id, p.list ? ['…'] : p.default])),
    });
    return `${example}\n${wrap(sentence, '    ')}`;
  });
  return [
    'PARAMETERS, as typed in --set path=value (* is any group: its name, its index, or * for all)',
    ...parameters.map(rowText),
    'RULES',
    ...ruleTexts,
    'DISTRIBUTIONS, wherever a quantity differs between the labs of a group',
    ...distributionTexts,
  ].join('\n\n');
}

export function addParameters(program: Command): void {
  program
    .command('parameters')
    .description('every parameter, rule and distribution: meaning, unit, default, what is allowed, source')
    .option('--markdown', 'as Markdown tables')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  turnpike parameters | less')
    .action(({ json, markdown }: { json?: boolean; markdown?: boolean }) => {
      if (json) return printJson({ parameters, rules, distributions });
      if (markdown)
        return print([describeParameters(), describeRules(), describeDistributions()].join('\n\n'));
      print(listText());
    });
}
