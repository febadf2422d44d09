import { ruleOf } from '../../src/scenario/rules.ts';
import { scaleOf } from '../render/scale.ts';
import { type Domains, type HoverInfo, type Layout, type PanelId, TIME_PANELS } from '../shared/protocol.ts';
import { quantityText } from '../shared/quantity.ts';
import { BINS } from './picture/histogram.ts';
import type { Picture } from './picture/picture.ts';
import { labPoints } from './picture/points.ts';
import type { Run } from './run/run.ts';
import { heightsAt, readingsAt } from './timeReadings.ts';

/** How far from a lab's dot, in CSS pixels, it is still meant. */
const REACH = 12;

/** More lines than this are not read at a glance: then only the panel under the pointer is told. */
const MOST_LINES = 12;

/** What of a picture the pointer needs. */
export type Pointed = Pick<Picture, 'domains' | 'histograms' | 'view'>;

/** What is under a place on the canvas; null if nothing is. */
export function hover(
  run: Run,
  picture: Pointed,
  layout: Layout,
  panel: PanelId,
  x: number,
  y: number,
): HoverInfo | null {
  const domains = picture.domains();
  if (panel === 'phase') return hoverLab(run, domains, layout, x, y);
  if (panel === 'splits' || panel === 'sizes') return hoverBin(run, picture, layout, panel, x);
  return hoverTime(run, picture, layout, panel, x, y);
}

function hoverLab(
  { simulation }: Run,
  domains: Domains,
  layout: Layout,
  x: number,
  y: number,
): HoverInfo | null {
  const scale = scaleOf(layout.panels.phase!, domains.phase);
  const { points, runs } = labPoints(simulation, Number.POSITIVE_INFINITY);
  let nearest = { run: 0, lab: -1, distance: REACH ** 2, x: 0, y: 0 };
  runs.forEach(({ first, count }, index) => {
    for (let lab = 0; lab < count; lab++) {
      const at = (first + lab) * 2;
      const px = scale.x0 + points[at] * scale.kx;
      const py = scale.y0 + points[at + 1] * scale.ky;
      const distance = (px - x) ** 2 + (py - y) ** 2;
      if (distance < nearest.distance) nearest = { run: index, lab, distance, x: px, y: py };
    }
  });
  if (nearest.lab < 0) return null;
  const { economy: index } = runs[nearest.run];
  const economy = simulation.economies[index];
  const position = nearest.run - runs.findIndex((run) => run.economy === index);
  const group = economy.groups[position];
  const { rule } = economy.spec.groups[position];
  const { chips, training } = simulation.scenario.units;
  const { lab } = nearest;
  const decided = economy.tick > 0 || economy.isInsideTick;
  const lines = [
    { label: 'rule', value: ruleOf(rule.type).label },
    { label: 'K', value: `${quantityText(group.K[lab])} ${chips}` },
    { label: 'T', value: `${quantityText(group.T[lab])} ${training}` },
    { label: 'q', value: decided ? quantityText(group.q[lab], 3) : 'not yet decided' },
    { label: 'ĉ', value: quantityText(group.cHat[lab], 3) },
  ];
  if (simulation.economies.length > 1) lines.unshift({ label: 'economy', value: economy.name });
  const title = group.count > 1 ? `${group.name}, lab ${lab + 1} of ${group.count}` : group.name;
  const place = { economy: index, group: position, lab };
  return { panel: 'phase', x: nearest.x, y: nearest.y, title, lines, place };
}

/** How many labs the bin under the pointer holds. */
function hoverBin(
  run: Run,
  picture: Pointed,
  layout: Layout,
  panel: 'splits' | 'sizes',
  x: number,
): HoverInfo | null {
  const { x0, kx, y0, ky } = scaleOf(layout.panels[panel]!, picture.domains()[panel]);
  const histograms = picture.histograms[panel];
  const base = histograms.get(0);
  const bin = base?.binAt((x - x0) / kx) ?? -1;
  if (!base || bin < 0) return null;
  const { economies, scenario } = run.simulation;
  const place = (at: number): string => {
    const value = base.low + at * base.width;
    return panel === 'splits' ? quantityText(value, 3) : quantityText(10 ** value, 3);
  };
  const from = panel === 'sizes' && bin === 0 ? '' : `${place(bin)} to `;
  const isLast = panel === 'sizes' && bin === BINS - 1;
  const range = isLast
    ? `from ${place(bin)}`
    : from === ''
      ? `up to ${place(bin + 1)}`
      : from + place(bin + 1);
  const lines = [...histograms].map(([index, { counts }]) => ({
    label: economies.length > 1 ? economies[index].name : 'labs',
    value: String(counts[bin]),
  }));
  const title = panel === 'splits' ? `q ${range}` : `K ${range} ${scenario.units.chips}`;
  return {
    panel,
    x: x0 + (base.low + (bin + 0.5) * base.width) * kx,
    y: y0 + base.counts[bin] * ky,
    title,
    lines,
    place: null,
  };
}

/** Every curve over time at the pointer's t: those of its own panel first, then those of the others that are shown. */
function hoverTime(
  run: Run,
  picture: Pointed,
  layout: Layout,
  panel: PanelId,
  x: number,
  y: number,
): HoverInfo | null {
  const rect = layout.panels[panel]!;
  const { x0, kx, y0, ky } = scaleOf(rect, picture.domains()[panel]);
  const t = (x - x0) / kx;
  if (!(t >= 0)) return null;
  const own = readingsAt(run, panel, t, picture.view);
  const others = TIME_PANELS.filter((other) => other !== panel && layout.panels[other]);
  const all = [...own, ...others.flatMap((other) => readingsAt(run, other, t, picture.view))];
  const lines = all.length > MOST_LINES ? own : all;
  if (lines.length === 0) return null;
  // The mark sits on the nearest line, or at the pointer where no economy has come yet.
  const heights = heightsAt(run, panel, t, picture.view.isLinear).map((height) => y0 + height * ky);
  const nearest = heights.reduce(
    (best, height) => (Math.abs(height - y) < Math.abs(best - y) ? height : best),
    heights[0] ?? y,
  );
  return {
    panel,
    x,
    y: Math.min(rect.y + rect.height, Math.max(rect.y, nearest)),
    t,
    title: `t = ${quantityText(t)} ${run.simulation.scenario.units.time}`,
    lines,
    place: null,
  };
}
