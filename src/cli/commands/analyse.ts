import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { analyse, summaryOf } from '../../experiment/analysis/index.ts';
import { SweepFolder } from '../../experiment/node/folder.ts';
import { readResults } from '../../experiment/node/read.ts';
import { analysisText, reportOf } from '../../experiment/report/index.ts';
import { refusal } from '../../scenario/errors.ts';
import { print, printJson } from '../output.ts';

interface Options {
  html?: string;
  json?: boolean;
  page: string;
}

function pageAddress(text: string): string {
  if (URL.canParse(text) && /^(https?|file):$/.test(new URL(text).protocol)) return text.split('#', 1)[0];
  throw refusal('--page', `"${text}"`, 'an address that begins with http://, https:// or file://');
}

async function analyseFolder(path: string, { html, json, page }: Options): Promise<void> {
  const folder = await SweepFolder.open(path, null);
  await folder.read();
  if (folder.progress.done === 0)
    throw refusal('folder', `"${path}", where no run is done`, 'a sweep with runs');
  const analysis = await analyse(await readResults(folder));
  const file = html ?? join(path, 'report.html');
  await writeFile(file, reportOf(analysis, { page })).catch((error: Error) => {
    throw refusal('--html', `"${file}" (${error.message})`, 'a file that can be written');
  });
  if (json) return printJson(summaryOf(analysis));
  print(`${analysisText(analysis)}\nReport: ${file}`);
}

export function addAnalyse(program: Command): void {
  program
    .command('analyse')
    .description('say what the runs of a sweep show, and draw it: one HTML file with pictures and tables')
    .argument('<dir>', 'the folder of a sweep, finished or not')
    .option('--html <file>', 'where the report goes; report.html in the folder if left out')
    .option(
      '--page <address>',
      'address of the page, for the links to runs',
      pageAddress,
      'http://127.0.0.1:4173/',
    )
    .option('--json', 'the analysis as JSON: regimes, statistics, Sobol’ indices, elementary effects')
    .addHelpText(
      'after',
      `
Examples:
  turnpike analyse sweep/
  turnpike analyse sweep/ --html phase-diagram.html --json > analysis.json

The report's links open runs in the page: npm start -- --port 4173 serves it where they point by default.`,
    )
    .action(analyseFolder);
}
