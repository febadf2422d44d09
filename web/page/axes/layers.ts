import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Domain, type Layout, PANELS, type PanelId } from '../../shared/protocol.ts';
import { summary } from '../state/run.ts';
import { economies, units } from '../state/scenario.ts';
import { stable } from '../state/stable.ts';
import { chipsLabels, phaseLabels, shareLabels } from './labels.ts';
import type { Mark } from './marks.ts';
import { acrossOf, panelMarks } from './panel.ts';
import { Tips } from './tips.ts';

/** Where the panels are; null until the figure is measured. */
export const layout = signal<Layout | null>(null);

const keyOf = (domain: Domain | undefined): string => (domain ? [...domain.x, ...domain.y].join(' ') : '');

/** A panel's domain, as a signal that changes only when the numbers do: most summaries leave it as it was. */
function domainOf(panel: PanelId): ReadonlySignal<Domain | null> {
  const key = computed(() => keyOf(summary.value?.domains[panel]));
  return computed(() => {
    const numbers = key.value === '' ? [] : key.value.split(' ').map(Number);
    return numbers.length === 4 && numbers.every(Number.isFinite)
      ? { x: [numbers[0], numbers[1]], y: [numbers[2], numbers[3]] }
      : null;
  });
}

const domains = Object.fromEntries(PANELS.map((panel) => [panel, domainOf(panel)])) as Record<
  PanelId,
  ReadonlySignal<Domain | null>
>;

const axesOf = (panel: PanelId): ReadonlySignal<readonly Mark[]> =>
  computed(() => {
    const domain = domains[panel].value;
    const rect = layout.value?.panels[panel];
    return domain && rect ? panelMarks(panel, rect, domain, units.value) : [];
  });

const tips = new Tips();
/** Where benchmarks leave the panel: they seldom move. */
const references = stable(() => summary.value?.tips ?? []);

const labelsOf = (panel: PanelId): ReadonlySignal<readonly Mark[]> =>
  computed(() => {
    const domain = domains[panel].value;
    const rect = layout.value?.panels[panel];
    if (!domain || !rect) return [];
    if (panel === 'chips') {
      const now = summary.value?.economies ?? [];
      return chipsLabels(rect, domain, now, tips.follow(now, domain), references.value);
    }
    const base = economies.value[0];
    return panel === 'phase' ? phaseLabels(rect, domain, base) : shareLabels(rect, base);
  });

/** Where time stands while more of the run is known: a line through the panels that have time across. */
const now = computed<readonly Mark[]>(() => {
  const last = summary.value;
  const panels = layout.value?.panels;
  if (!last || !panels || last.position >= last.furthest) return [];
  const t = last.economies[0].t;
  return (['chips', 'share'] as const).flatMap((panel): Mark[] => {
    const domain = domains[panel].value;
    if (!domain || t < domain.x[0] || t > domain.x[1]) return [];
    const { y, height } = panels[panel];
    const x = acrossOf(panels[panel], domain.x, t);
    return [{ kind: 'line', role: 'now', x1: x, y1: y, x2: x, y2: y + height }];
  });
});

/** Everything above the canvas, from the bottom up. */
export const layers: readonly ReadonlySignal<readonly Mark[]>[] = [
  ...PANELS.map(axesOf),
  ...PANELS.map(labelsOf),
  now,
];
