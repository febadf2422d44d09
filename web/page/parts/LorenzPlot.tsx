import { useComputed } from '@preact/signals';
import { economySummary } from '../state/run.ts';

const SIZE = 132;
const PAD = 4;

type Curve = readonly (readonly [number, number])[];

const at = (share: number): number => PAD + share * (SIZE - 2 * PAD);
const pathOf = (curve: Curve): string =>
  curve
    .map(([labs, held], i) => `${i === 0 ? 'M' : 'L'}${at(labs).toFixed(1)} ${at(1 - held).toFixed(1)}`)
    .join('');

/** How unequally chips and training are spread over the base economy's labs; nothing for a single lab. */
export function LorenzPlot() {
  const chips = useComputed(() => pathOf(economySummary(0)?.lorenzK ?? []));
  const training = useComputed(() => pathOf(economySummary(0)?.lorenzT ?? []));
  const isOne = useComputed(() => (economySummary(0)?.labs ?? 1) < 2);
  if (isOne.value) return null;
  return (
    <figure class="lorenz">
      <svg width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        <rect x={PAD} y={PAD} width={SIZE - 2 * PAD} height={SIZE - 2 * PAD} class="lorenz-box" />
        <line x1={at(0)} y1={at(1)} x2={at(1)} y2={at(0)} class="lorenz-equal" />
        <path d={chips} class="lorenz-chips" />
        <path d={training} class="lorenz-training" />
      </svg>
      <figcaption>
        Lorenz curves of the base economy: the share of all chips (solid) and of all training (dashed) held by
        the poorest labs, from none of them at the left to all at the right. The diagonal is equality; the
        Gini coefficient is twice the area between.
      </figcaption>
    </figure>
  );
}
