import type { Command } from 'commander';
import { loadCore } from '../../core/loadNode.ts';
import { SweepFolder, shardText, whole } from '../../experiment/node/folder.ts';
import { mergeInto } from '../../experiment/node/merge.ts';
import { numberText, refusal } from '../../scenario/index.ts';
import { RunFailed } from '../failure.ts';
import { conductFolder, withFolder } from '../sweep/conductFolder.ts';

interface Options {
  out: string;
  json?: boolean;
}

async function run(paths: string[], { out, json }: Options): Promise<void> {
  const shards: SweepFolder[] = [];
  for (const path of paths) shards.push(await SweepFolder.open(path, null));
  const [first, ...others] = shards;
  const stranger = others.find(({ identity }) => identity.id !== first.identity.id);
  if (stranger)
    throw refusal(
      'folder',
      `"${stranger.path}", which holds another sweep than "${first.path}"`,
      'shards of one sweep',
    );
  const core = { ...(await loadCore()), hash: first.coreHash };
  await withFolder(
    () => SweepFolder.create(out, first.experiment, core, whole),
    async (folder) => {
      await mergeInto(folder, shards);
      if (folder.isComplete) return conductFolder(folder, json === undefined ? {} : { json });
      const { runs, done } = folder.progress;
      const short = shards.filter((shard) => !shard.isComplete);
      const which = short.map((shard) => `${shard.path} (shard ${shardText(shard.shard)})`).join(', ');
      throw new RunFailed(
        `${numberText(done)} of ${numberText(runs)} runs are in these shards${which && `; not done: ${which}`}. Merge again when the rest is there, or make it here with: turnpike resume ${out}`,
      );
    },
  );
}

export function addMerge(program: Command): void {
  program
    .command('merge')
    .description('put the shards of a sweep together and write the results')
    .argument('<folders...>', 'the --out of each shard')
    .requiredOption('--out <folder>', 'where the whole goes')
    .option('--json', 'the outcome as JSON')
    .addHelpText('after', '\nExample:\n  turnpike merge part-1 part-2 part-3 --out results')
    .action(run);
}
