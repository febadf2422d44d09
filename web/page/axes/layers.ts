import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Domain, type Layout, PANELS, type PanelId, TIME_PANELS } from '../../shared/protocol.ts';
import { hovered } from '../state/hovered.ts';
import { isLinear } from '../state/panels.ts';
import { summary } from '../state/run.ts';
import { economies, units } from '../state/scenario.ts';
import { stable } from '../state/stable.ts';
import { chipsLabels, concentrationLabels, phaseLabels, shareLabels, streamLabels } from './labels.ts';
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
    return domain && rect ? panelMarks(panel, rect, domain, units.value, isLinear.value) : [];
  });

const tips = new Tips();
/** Where benchmarks leave the panel: they seldom move. */
const references = stable(() => summary.value?.tips ?? []);

const labelsOf = (panel: PanelId): ReadonlySignal<readonly Mark[]> =>
  computed(() => {
    const domain = domains[panel].value;
    const rect = layout.value?.panels[panel];
    if (!domain || !rect) return [];
    const base = economies.value[0];
    switch (panel) {
      case 'chips': {
        const now = summary.value?.economies ?? [];
        const heightOf = isLinear.value ? (logK: number) => 10 ** logK : (logK: number) => logK;
        const inLogs: Domain = isLinear.value
          ? { x: domain.x, y: [Number.NEGATIVE_INFINITY, Math.log10(domain.y[1])] }
          : domain;
        return chipsLabels(rect, domain, now, tips.follow(now, inLogs), references.value, heightOf);
      }
      case 'phase':
        return phaseLabels(rect, domain, base);
      case 'stream': {
        const now = summary.value?.economies[0];
        return now ? streamLabels(rect, domain, base, now) : [];
      }
      case 'concentration':
        return concentrationLabels(rect);
      case 'share':
      case 'splits':
        return shareLabels(rect, base);
      case 'sizes':
        return [];
    }
  });

/** A line at one moment through all panels that have time across. */
function lineAt(t: number, role: 'now' | 'cross'): Mark[] {
  const panels = layout.value?.panels ?? {};
  return TIME_PANELS.flatMap((panel): Mark[] => {
    const domain = domains[panel].value;
    const rect = panels[panel];
    if (!rect || !domain || t < domain.x[0] || t > domain.x[1]) return [];
    const x = acrossOf(rect, domain.x, t);
    return [{ kind: 'line', role, x1: x, y1: rect.y, x2: x, y2: rect.y + rect.height }];
  });
}

/** Where time stands while more of the run is known. */
const now = computed<readonly Mark[]>(() => {
  const last = summary.value;
  return !last || last.position >= last.furthest ? [] : lineAt(last.economies[0].t, 'now');
});

/** The moment under the pointer. */
export const crosshair = computed<readonly Mark[]>(() => {
  const t = hovered.value?.t;
  return t === undefined ? [] : lineAt(t, 'cross');
});

/** Everything above the canvas that belongs to the picture, from the bottom up. */
export const layers: readonly ReadonlySignal<readonly Mark[]>[] = [
  ...PANELS.map(axesOf),
  ...PANELS.map(labelsOf),
  now,
];
