import { ruleOf } from '../../../src/scenario/rules.ts';
import { version } from '../../../src/version.ts';
import { benchmarkStyle } from '../../render/marks.ts';
import { quantityText } from '../../shared/quantity.ts';
import { layersOf } from '../axes/layers.ts';
import { isHidden } from '../state/benchmarks.ts';
import { isComparing, letterOf } from '../state/beside.ts';
import { linkHere } from '../state/link.ts';
import { ruleOfEconomy, rulesRunning } from '../state/marked.ts';
import { coreHash } from '../state/run.ts';
import { type SideState, shownSides } from '../state/sides.ts';
import { theme } from '../state/theme.ts';
import type { LegendEntry, PictureParts } from './picture.ts';

/** Exports describe themselves: every one carries scenario, seed, core hash and version. */
export function aboutRun() {
  const [first, second] = shownSides.value;
  return {
    turnpike: version,
    scenario: first.scenario.value,
    ...(second ? { beside: second.scenario.value } : {}),
    seed: first.scenario.value.seed,
    coreHash: coreHash.value,
    t: first.summary.value?.economies[0]?.t ?? null,
    link: linkHere(),
  };
}

function legendEntries(side: SideState): LegendEntry[] {
  const all = side.economies.value;
  const now = side.summary.value;
  return [
    ...rulesRunning(side).map((rule) => ({ kind: 'rule' as const, rule, text: ruleOf(rule).label })),
    ...side.benchmarks.value
      .filter(({ id, reason }) => reason === null && !isHidden(id))
      .map(({ id, label }) => ({
        kind: 'line' as const,
        style: benchmarkStyle(id),
        benchmark: id,
        text: label,
      })),
    { kind: 'line', style: 'turnpike', text: 'The turnpike, c/(1+2c)' },
    { kind: 'line', style: 'projection', text: 'Projected' },
    ...(now?.hasGhost ? [{ kind: 'line' as const, style: 'ghost' as const, text: 'Pinned run' }] : []),
    ...(now?.seeds
      ? [
          { kind: 'line' as const, style: 'outer' as const, text: `5–95 % of ${now.seeds} seeds` },
          { kind: 'line' as const, style: 'inner' as const, text: '25–75 %' },
        ]
      : []),
    ...(all.length > 1
      ? all.map(({ name }, economy) => ({
          kind: 'economy' as const,
          economy,
          rule: ruleOfEconomy(economy, side),
          text: name,
        }))
      : []),
  ];
}

/** All of a side's picture as it stands but the panels themselves; null before there is one. */
function partsOf(side: SideState): PictureParts | null {
  const layout = side.layout.value;
  if (!layout) return null;
  const { name, title, seed, units } = side.scenario.value;
  const letter = isComparing.value ? `${letterOf(side.index)}: ` : '';
  return {
    marks: layersOf(side).picture.flatMap((layer) => layer.value),
    legend: legendEntries(side),
    heading: letter + (title || name),
    caption: [
      `Turnpike ${version} · ${name} · seed ${seed} · core ${coreHash.value ?? 'unknown'} · t = ${quantityText(side.summary.value?.economies[0]?.t)} ${units.time}`,
      'What the assumptions imply, not what will happen.',
    ],
    layout,
    theme: theme.value,
    shades: side.shades.value,
    fontFamily: getComputedStyle(document.body).fontFamily,
  };
}

/** The pictures of all that is shown, from left to right; null before they are there. */
export function pictures(): PictureParts[] | null {
  const parts = shownSides.value.map(partsOf);
  return parts.some((one) => one === null) ? null : (parts as PictureParts[]);
}

/** What files of all that is shown are called. */
export const fileName = (): string =>
  shownSides.value.map(({ scenario }) => scenario.value.name).join('-beside-');
