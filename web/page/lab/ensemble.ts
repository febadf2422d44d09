import { proxy, wrap } from 'comlink';
import type { EnsembleApi } from '../../shared/protocol.ts';
import { bands, ensemble, seedCount, wantsBands } from '../state/bands.ts';
import { isPlaying, notice, onChange } from '../state/run.ts';
import { scenario } from '../state/scenario.ts';
import { stable } from '../state/stable.ts';

/** Part of a core that other seeds may use beside a run that plays; a run that waits leaves them all of it. */
const BESIDE = 0.2;
/** A slider that is being moved starts no ensemble before it has rested for so long, in milliseconds. */
const REST = 500;

/** What decides about the replicas: the base and its seed, not the variants. */
const question = stable(() =>
  wantsBands.value ? { seeds: seedCount.value, of: { ...scenario.value, variants: [] } } : null,
);

let worker: Worker | null = null;
let setShare: ((share: number) => void) | null = null;
let waiting: ReturnType<typeof setTimeout> | undefined;

const shareNow = (): number => (document.hidden ? 0 : isPlaying.value ? BESIDE : 1);

function end(): void {
  clearTimeout(waiting);
  worker?.terminate();
  worker = null;
  setShare = null;
  ensemble.value = null;
  bands.value = null;
}

function begin(): void {
  const asked = question.value;
  if (!asked) return;
  const started = new Worker(new URL('../../worker/ensemble/main.ts', import.meta.url), {
    type: 'module',
    name: 'ensemble',
  });
  worker = started;
  const fail = (reason: string): void => {
    if (worker !== started) return;
    wantsBands.value = false;
    notice.value = { kind: 'error', title: 'Other seeds could not be run.', lines: [reason] };
  };
  started.addEventListener('error', (event) => fail(event.message || 'The worker could not be loaded.'));
  const api = wrap<EnsembleApi>(started);
  setShare = (share) => void api.setShare(share);
  setShare(shareNow());
  api
    .run(
      asked.of,
      asked.seeds,
      proxy(({ bands: found, ...progress }) => {
        if (worker !== started) return;
        ensemble.value = progress;
        if (found) bands.value = found;
      }),
    )
    .then(
      () => {
        // What it has told is kept; its memory is not.
        if (worker !== started) return;
        started.terminate();
        setShare = null;
      },
      (error: unknown) => fail(String(error)),
    );
}

/** Runs other seeds in a worker of their own whenever they are asked for, and anew for every scenario. */
export function followEnsemble(): void {
  onChange(
    () => question.value,
    (asked) => {
      end();
      if (!asked) return;
      ensemble.value = { done: 0, isDone: false, isWithoutLuck: false };
      waiting = setTimeout(begin, REST);
    },
  );
  onChange(
    () => isPlaying.value,
    () => setShare?.(shareNow()),
  );
  document.addEventListener('visibilitychange', () => setShare?.(shareNow()));
}
