import { ruleOf } from '../../src/scenario/rules.ts';
import { scaleOf } from '../render/scale.ts';
import type { Domains, HoverInfo, Layout, PanelId } from '../shared/protocol.ts';
import { quantityText } from '../shared/quantity.ts';
import { chipsAt, shareAt } from './chartTable.ts';
import { labPoints } from './picture/points.ts';
import type { Run } from './run/run.ts';

/** How far from a lab's dot, in CSS pixels, it is still meant. */
const REACH = 12;

/** What is under a place on the canvas; null if nothing is. */
export function hover(
  run: Run,
  domains: Domains,
  layout: Layout,
  panel: PanelId,
  x: number,
  y: number,
  hidden: ReadonlySet<string>,
): HoverInfo | null {
  return panel === 'phase'
    ? hoverLab(run, domains, layout, x, y)
    : hoverTime(run, domains, layout, panel, x, y, hidden);
}

function hoverLab(
  { simulation }: Run,
  domains: Domains,
  layout: Layout,
  x: number,
  y: number,
): HoverInfo | null {
  const scale = scaleOf(layout.panels.phase, domains.phase);
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

function hoverTime(
  run: Run,
  domains: Domains,
  layout: Layout,
  panel: PanelId,
  x: number,
  y: number,
  hidden: ReadonlySet<string>,
): HoverInfo | null {
  const { x0, kx, y0, ky } = scaleOf(layout.panels[panel], domains[panel]);
  const t = (x - x0) / kx;
  const { time, chips } = run.simulation.scenario.units;
  if (!(t >= 0)) return null;
  const lines: HoverInfo['lines'] = [];
  const heights: number[] = [];
  run.simulation.economies.forEach((economy, index) => {
    const value = panel === 'chips' ? chipsAt(run, index, t) : shareAt(run.recorders[index], t);
    if (value === null) return;
    const name = run.simulation.economies.length > 1 ? economy.name : panel === 'chips' ? 'K' : 'q';
    lines.push({
      label: name,
      value: panel === 'chips' ? `${quantityText(value)} ${chips}` : quantityText(value, 3),
    });
    heights.push(y0 + (panel === 'chips' ? Math.log10(value) : value) * ky);
  });
  if (panel === 'chips')
    for (const { id, label, path } of run.benchmarks[0].all)
      if (path && !hidden.has(id)) lines.push({ label, value: `${quantityText(path.at(t).K)} ${chips}` });
  if (lines.length === 0) return null;
  // The mark sits on the nearest line, or at the pointer where no economy has come yet.
  const nearest = heights.reduce(
    (best, height) => (Math.abs(height - y) < Math.abs(best - y) ? height : best),
    heights[0] ?? y,
  );
  const { y: top, height } = layout.panels[panel];
  return {
    panel,
    x,
    y: Math.min(top + height, Math.max(top, nearest)),
    title: `t = ${quantityText(t)} ${time}`,
    lines,
    place: null,
  };
}
