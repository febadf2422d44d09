import { computed, type ReadonlySignal } from '@preact/signals';
import { type Domain, PANELS, type PanelId, type ReferenceTip, TIME_PANELS } from '../../shared/protocol.ts';
import { isLinear } from '../state/panels.ts';
import { type SideState, sides } from '../state/sides.ts';
import { stable } from '../state/stable.ts';
import { chipsLabels, concentrationLabels, phaseLabels, shareLabels, streamLabels } from './labels.ts';
import type { Mark } from './marks.ts';
import { acrossOf, panelMarks } from './panel.ts';
import { Tips } from './tips.ts';

const keyOf = (domain: Domain | undefined): string => (domain ? [...domain.x, ...domain.y].join(' ') : '');

/** A panel's domain, as a signal that changes only when the numbers do: most summaries leave it as it was. */
function domainOf({ summary }: SideState, panel: PanelId): ReadonlySignal<Domain | null> {
  const key = computed(() => keyOf(summary.value?.domains[panel]));
  return computed(() => {
    const numbers = key.value === '' ? [] : key.value.split(' ').map(Number);
    return numbers.length === 4 && numbers.every(Number.isFinite)
      ? { x: [numbers[0], numbers[1]], y: [numbers[2], numbers[3]] }
      : null;
  });
}

type Marks = ReadonlySignal<readonly Mark[]>;

/** What stands above one side's canvas. */
class Layers {
  readonly #side: SideState;
  readonly #domains: Record<PanelId, ReadonlySignal<Domain | null>>;
  readonly #tips = new Tips();
  /** Where benchmarks leave the panel: they seldom move. */
  readonly #references: ReadonlySignal<readonly ReferenceTip[]>;
  /** Everything that belongs to the picture, from the bottom up. */
  readonly picture: readonly Marks[];
  /** The moment under the pointer, on whichever side it is. */
  readonly crosshair: Marks;

  constructor(side: SideState) {
    this.#side = side;
    this.#domains = Object.fromEntries(PANELS.map((panel) => [panel, domainOf(side, panel)])) as Record<
      PanelId,
      ReadonlySignal<Domain | null>
    >;
    this.#references = stable(() => side.summary.value?.tips ?? []);
    this.picture = [
      ...PANELS.map((panel) => computed(() => this.#axes(panel))),
      ...PANELS.map((panel) => computed(() => this.#labels(panel))),
      computed(() => this.#now()),
    ];
    this.crosshair = computed(() => {
      const t = sides.map(({ hovered }) => hovered.value?.t).find((at) => at !== undefined);
      return t === undefined ? [] : this.#lineAt(t, 'cross');
    });
  }

  /** The range of a panel's axes; null before there is one. */
  domain(panel: PanelId): Domain | null {
    return this.#domains[panel].value;
  }

  #axes(panel: PanelId): Mark[] {
    const { layout, units } = this.#side;
    const domain = this.domain(panel);
    const rect = layout.value?.panels[panel];
    return domain && rect ? panelMarks(panel, rect, domain, units.value, isLinear.value) : [];
  }

  #labels(panel: PanelId): readonly Mark[] {
    const { layout, economies, summary } = this.#side;
    const domain = this.domain(panel);
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
        const tips = this.#tips.follow(now, inLogs);
        return chipsLabels(rect, domain, now, tips, this.#references.value, heightOf);
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
  }

  /** A line at one moment through all panels that have time across. */
  #lineAt(t: number, role: 'now' | 'cross'): Mark[] {
    const panels = this.#side.layout.value?.panels ?? {};
    return TIME_PANELS.flatMap((panel): Mark[] => {
      const domain = this.domain(panel);
      const rect = panels[panel];
      if (!rect || !domain || t < domain.x[0] || t > domain.x[1]) return [];
      const x = acrossOf(rect, domain.x, t);
      return [{ kind: 'line', role, x1: x, y1: rect.y, x2: x, y2: rect.y + rect.height }];
    });
  }

  /** Where time stands while more of the run is known. */
  #now(): Mark[] {
    const last = this.#side.summary.value;
    return !last || last.position >= last.furthest ? [] : this.#lineAt(last.economies[0].t, 'now');
  }
}

const all = sides.map((side) => new Layers(side));

export const layersOf = ({ index }: SideState): Layers => all[index];
