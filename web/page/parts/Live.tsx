import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Summary } from '../../shared/protocol.ts';
import { quantityText } from '../../shared/quantity.ts';
import { percentText } from '../format/numbers.ts';
import { plainText } from '../format/typeset.ts';
import { statusText } from '../format/words.ts';
import { isComparing, letterOf } from '../state/beside.ts';
import { onChange, summary } from '../state/run.ts';
import { shownSides } from '../state/sides.ts';

const words = signal('');

/** While it plays, a listener hears of it this often; at once when it starts, stops, ends or is stepped. */
const every = 10_000;

/** More economies than this are for the table. */
const mostOthers = 3;

export function summaryText(
  { playing, economies, ended }: Summary,
  units: { time: string; chips: string },
): string {
  const [base] = economies;
  if (!base) return '';
  const parts = [
    ended ? `The run ${statusText(base.status)}` : playing ? 'Playing' : 'Paused',
    `t = ${quantityText(base.t)} ${units.time}`,
    `K = ${quantityText(base.K)} ${units.chips}`,
  ];
  if (base.efficiency !== null) parts.push(`${percentText(base.efficiency)} of the optimum`);
  if (base.delay !== null) parts.push(`${quantityText(base.delay, 3)} ${units.time} behind it`);
  const [, ...others] = economies;
  const beside = others
    .filter(({ status }) => status !== 'waiting')
    .slice(0, mostOthers)
    .map(({ name, K }) => `${plainText(name)} has ${quantityText(K)}`);
  return `${[parts.join(', '), ...beside].join('; ')}.`;
}

/** A summary for screen readers, throttled. */
export function Live() {
  useEffect(() => {
    let last = 0;
    let playedBefore = false;
    return onChange(
      () => summary.value,
      (now) => {
        if (!now) return;
        const due = !now.playing || now.playing !== playedBefore || performance.now() - last > every;
        playedBefore = now.playing;
        if (!due) return;
        last = performance.now();
        words.value = shownSides.value
          .flatMap(({ index, summary: said, units }) => {
            if (!said.value) return [];
            const letter = isComparing.value ? `${letterOf(index)}: ` : '';
            return [letter + summaryText(said.value, units.value)];
          })
          .join(' ');
      },
    );
  }, []);
  return (
    <p class="visually-hidden" role="status" id="live">
      {words}
    </p>
  );
}
