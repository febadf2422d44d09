import type { Core } from '../../../src/core/core.ts';
import { type Experiment, type Hire, Plan, sweep } from '../../../src/experiment/index.ts';

/** Runs that are spread over the whole, the first one twice over: it pays for what is done once. */
function sample(runs: number): number[] {
  const spread = [0.5, 0.25, 0.75, 0.1, 0.9, 0.4, 0.6].map((share) => Math.floor(share * (runs - 1)));
  return [...new Set([...spread, 0, runs - 1])];
}

/**
 * How long a run of an experiment takes on one worker, in milliseconds: of a few that are spread over its parameters, as many
 * as are made within `patience`. Null where `given` aborts; Infinity where not even one came to its end in time.
 */
export async function timeOfRun(
  experiment: Experiment,
  core: Core,
  hire: Hire,
  patience: number,
  given: AbortController,
): Promise<number | null> {
  const late = new AbortController();
  const end = () => late.abort();
  given.signal.addEventListener('abort', end);
  const timer = setTimeout(end, patience);
  let first = 0;
  let last = 0;
  let made = 0;
  try {
    const runs = sample(new Plan(experiment).runs);
    const options = { core, hire, workers: 1, signal: late.signal, runs };
    for await (const _ of sweep(experiment, options)) {
      last = performance.now();
      if (made === 0) first = last;
      made++;
    }
  } catch (error) {
    if (!late.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    given.signal.removeEventListener('abort', end);
  }
  if (given.signal.aborted) return null;
  if (made === 0) return Number.POSITIVE_INFINITY;
  return made === 1 ? patience : (last - first) / (made - 1);
}
