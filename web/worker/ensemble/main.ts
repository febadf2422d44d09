import { expose } from 'comlink';
import { loadCore } from '../../../src/core/loadWeb.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import type { EnsembleApi, EnsembleNews } from '../../shared/protocol.ts';
import { Replicas } from './replicas.ts';

/** Milliseconds of work at a time. */
const SLICE = 8;
/** Replicas between two looks at the bands. */
const BATCH = 10;

/** Part of the time that may be used. */
let share = 1;
let wake: () => void = () => {};

/** Waits as long as the share asks for; with none, until it changes. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    wake = resolve;
    if (share > 0) setTimeout(resolve, SLICE * (1 / share - 1));
  });
}

const api: EnsembleApi = {
  async run(scenario: Scenario, seeds: number, tell: (news: EnsembleNews) => void) {
    const core = await loadCore(new URL('../../../build/core.wasm', import.meta.url));
    const replicas = new Replicas(core, scenario, seeds);
    let told = -1;
    while (!replicas.isDone) {
      await rest();
      if (share === 0) continue;
      replicas.advance(() => performance.now(), performance.now() + SLICE);
      const { done, isDone } = replicas;
      if (done === told && !isDone) continue;
      const isBatch = isDone || Math.floor(done / BATCH) > Math.floor(told / BATCH);
      told = done;
      tell({
        done,
        isDone,
        isWithoutLuck: replicas.isWithoutLuck,
        bands: isBatch ? replicas.bands() : null,
      });
    }
  },
  async setShare(next: number) {
    share = next;
    wake();
  },
};

expose(api);
