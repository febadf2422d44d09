import type { Command } from 'commander';
import { loadCore } from '../../core/loadNode.ts';
import { placeOf } from '../../experiment/node/queue/redis.ts';
import { queueWorker } from '../../experiment/node/queue/worker.ts';
import { SweepStopped } from '../../experiment/node/stopped.ts';
import { hireNode, workersHere } from '../../experiment/pool/hireNode.ts';
import { numberText } from '../../scenario/index.ts';
import { RunFailed } from '../failure.ts';
import { interruption } from '../interruption.ts';
import { integerOf } from '../options.ts';
import { mostWorkers } from './sweep.ts';

interface Options {
  workers?: number;
  lease: number;
}

async function run(url: string, { workers = workersHere(), lease }: Options): Promise<void> {
  const core = await loadCore();
  const { signal, stop } = interruption();
  let made = 0;
  const onBatch = (runs: number): void => {
    made += runs;
  };
  process.stderr.write(
    `turnpike: ${workers} threads with core ${core.hash} wait for runs at ${placeOf(url)}\n`,
  );
  try {
    await queueWorker({ url, core, hire: hireNode, workers, lease: lease * 1000, signal, onBatch });
  } catch (error) {
    throw error instanceof SweepStopped ? new RunFailed(error.message) : error;
  } finally {
    stop();
  }
  process.stderr.write(`turnpike: ${numberText(made)} runs made\n`);
}

export function addWorker(program: Command): void {
  program
    .command('worker')
    .description(
      'make runs for sweeps that share them through a Redis (turnpike sweep … --queue); ends with Ctrl-C',
    )
    .argument('<redis-url>', 'redis://host:port')
    .option(
      '--workers <n>',
      'threads (default: as many as this machine runs)',
      integerOf('--workers', 1, mostWorkers),
    )
    .option(
      '--lease <s>',
      'seconds of silence after which its runs go to another worker',
      integerOf('--lease', 1, 3600),
      15,
    )
    .addHelpText('after', '\nExample:\n  turnpike worker redis://queue.example:6379')
    .action(run);
}
