import { ruleOf } from '../../../src/scenario/rules.ts';
import { version } from '../../../src/version.ts';
import { benchmarkStyle } from '../../render/marks.ts';
import { quantityText } from '../../shared/quantity.ts';
import { layers, layout } from '../axes/layers.ts';
import { benchmarks, isHidden } from '../state/benchmarks.ts';
import { linkHere } from '../state/link.ts';
import { ruleOfEconomy, rulesRunning, shades } from '../state/marked.ts';
import { coreHash, economySummary, summary } from '../state/run.ts';
import { economies, scenario } from '../state/scenario.ts';
import { theme } from '../state/theme.ts';
import type { LegendEntry, PictureParts } from './picture.ts';

/** Exports describe themselves: every one carries scenario, seed, core hash and version. */
export function aboutRun() {
  return {
    turnpike: version,
    scenario: scenario.value,
    seed: scenario.value.seed,
    coreHash: coreHash.value,
    t: economySummary(0)?.t ?? null,
    link: linkHere(),
  };
}

function legendEntries(): LegendEntry[] {
  const all = economies.value;
  return [
    ...rulesRunning().map((rule) => ({ kind: 'rule' as const, rule, text: ruleOf(rule).label })),
    ...benchmarks.value
      .filter(({ id, reason }) => reason === null && !isHidden(id))
      .map(({ id, label }) => ({
        kind: 'line' as const,
        style: benchmarkStyle(id),
        benchmark: id,
        text: label,
      })),
    { kind: 'line', style: 'turnpike', text: 'The turnpike, c/(1+2c)' },
    { kind: 'line', style: 'projection', text: 'Projected' },
    ...(summary.value?.hasGhost
      ? [{ kind: 'line' as const, style: 'ghost' as const, text: 'Pinned run' }]
      : []),
    ...(summary.value?.seeds
      ? [
          { kind: 'line' as const, style: 'outer' as const, text: `5–95 % of ${summary.value.seeds} seeds` },
          { kind: 'line' as const, style: 'inner' as const, text: '25–75 %' },
        ]
      : []),
    ...(all.length > 1
      ? all.map(({ name }, economy) => ({
          kind: 'economy' as const,
          economy,
          rule: ruleOfEconomy(economy),
          text: name,
        }))
      : []),
  ];
}

/** All of the picture as it stands but the panels themselves; null before there is one. */
export function pictureParts(): PictureParts | null {
  if (!layout.value) return null;
  const { name, title, seed, units } = scenario.value;
  return {
    marks: layers.flatMap((layer) => layer.value),
    legend: legendEntries(),
    heading: title || name,
    caption: [
      `Turnpike ${version} · ${name} · seed ${seed} · core ${coreHash.value ?? 'unknown'} · t = ${quantityText(economySummary(0)?.t)} ${units.time}`,
      'What the assumptions imply, not what will happen.',
    ],
    layout: layout.value,
    theme: theme.value,
    shades: shades.value,
    fontFamily: getComputedStyle(document.body).fontFamily,
  };
}
