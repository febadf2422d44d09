import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { SweepFolder, shardText } from '../../experiment/node/folder.ts';
import { numberText } from '../../scenario/index.ts';
import { print, printJson, table } from '../output.ts';

/** Most kinds of failure that are shown. */
const mostShown = 10;

interface Kind {
  stage: string;
  reason: string;
  runs: number;
  /** The first run that failed so. */
  first: number;
}

/** Failures of one kind, by stage and reason, the most frequent first. */
async function failuresOf(folder: SweepFolder): Promise<Kind[]> {
  const kinds = new Map<string, Kind>();
  for await (const { record } of folder.entries()) {
    if (!record.failure) continue;
    const { stage, reason } = record.failure;
    // Numbers differ from run to run: what is told apart is what went wrong.
    const key = `${stage} ${reason.replace(/-?\d[\d.e+-]*/g, '#')}`;
    const kind = kinds.get(key) ?? { stage, reason, runs: 0, first: record.run };
    kinds.set(key, { ...kind, runs: kind.runs + 1, first: Math.min(kind.first, record.run) });
  }
  return [...kinds.values()].sort((x, y) => y.runs - x.runs || x.first - y.first);
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function run(path: string, { json }: { json?: boolean }): Promise<void> {
  const folder = await SweepFolder.open(path, null);
  const failures = await failuresOf(folder);
  const { runs, done, failed, damage } = folder.progress;
  const { name, title } = folder.experiment;
  const shard = folder.isWhole ? null : shardText(folder.shard);
  const hasResults = await isThere(join(path, 'runs.parquet'));
  if (json) {
    const { id } = folder.identity;
    return printJson({
      folder: path,
      name,
      id,
      core: folder.coreHash,
      shard,
      runs,
      done,
      failed,
      failures,
      damage,
      hasResults,
    });
  }
  print(`${title || name}${shard === null ? '' : ` · shard ${shard}`} · core ${folder.coreHash}`);
  print(`${numberText(done)} of ${numberText(runs)} runs are done, ${numberText(failed)} of them failed`);
  if (damage.lines > 0)
    print(`${numberText(damage.lines)} damaged lines in the journal: their runs are made again`);
  if (failures.length > 0)
    print(
      `\n${table(
        ['runs', 'stage', 'first', 'reason'],
        failures
          .slice(0, mostShown)
          .map((kind) => [String(kind.runs), kind.stage, String(kind.first), kind.reason.split('\n')[0]]),
      )}`,
    );
  if (!folder.isComplete || (folder.isWhole && !hasResults)) print(`Go on with: turnpike resume ${path}`);
}

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('how far a sweep is, and what failed in it; may be asked while it goes on')
    .argument('<folder>', 'the --out of the sweep')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  turnpike status results')
    .action(run);
}
