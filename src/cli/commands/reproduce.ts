import { open, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { loadCore } from '../../core/loadNode.ts';
import { type Report, Runs, reproduce } from '../../reproduce/index.ts';
import { refusal } from '../../scenario/index.ts';
import { RunFailed } from '../failure.ts';
import { print, printJson } from '../output.ts';
import { reproduceText } from '../reproduceText.ts';

interface Options {
  html?: string;
  json?: boolean;
}

async function run({ html, json }: Options): Promise<void> {
  // A file that cannot be written is refused before anything is computed; one that is there keeps what it has till then.
  if (html !== undefined) await open(html, 'a').then((file) => file.close(), refuseFile(html));
  const core = await loadCore();
  const runs = new Runs(core);
  const report = reproduce(core, runs);
  if (html !== undefined) {
    // The equations' typesetter is large and only needed here.
    const { reportHtml } = await import('../../reproduce/html/page.ts');
    await writeFile(html, reportHtml(report, runs)).catch(refuseFile(html));
  }
  if (json) printJson(report);
  else {
    print(reproduceText(report));
    if (html !== undefined) print(`\nThe report with figures is in ${html}`);
  }
  refuseFailed(report);
}

/** Every row came out as it should, or RunFailed names those that did not. */
export function refuseFailed({ articles }: Report): void {
  const failed = articles.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict === 'failed'));
  if (failed.length > 0) throw new RunFailed(`not reproduced: ${failed.map(({ id }) => id).join(', ')}`);
}

const refuseFile =
  (path: string) =>
  (error: Error): never => {
    throw refusal('--html', `"${path}" (${error.message})`, 'a file that can be written');
  };

export function addReproduce(program: Command): void {
  program
    .command('reproduce')
    .description('recompute the numbers and figures of the articles: theirs, ours, how, and a verdict')
    .option('--html <file>', 'also write one self-contained page with figures and equations')
    .option('--json', 'as JSON: version, core hash, counts, articles with their rows; a bound of ∞ is null')
    .addHelpText(
      'after',
      `
Examples:
  turnpike reproduce
  turnpike reproduce --html report.html
  turnpike reproduce --json

Exit codes: 0 every row came out as it should, 1 one did not, 2 bad input.`,
    )
    .action(run);
}
