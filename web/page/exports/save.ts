import { ruleOf } from '../../../src/scenario/rules.ts';
import { benchmarkStyle } from '../../render/marks.ts';
import { quantityText } from '../../shared/quantity.ts';
import { layers, layout } from '../axes/layers.ts';
import { api } from '../lab/session.ts';
import { benchmarks, isHidden } from '../state/benchmarks.ts';
import { linkHere } from '../state/link.ts';
import { ruleOfEconomy, rulesRunning, shades } from '../state/marked.ts';
import { coreHash, economySummary, notice, summary } from '../state/run.ts';
import { economies, scenario } from '../state/scenario.ts';
import { theme } from '../state/theme.ts';
import { download } from './download.ts';
import { composePicture, type LegendEntry } from './picture.ts';
import { withText } from './pngText.ts';

/** Exports describe themselves: every one carries scenario, seed and core hash. */

const pictureScale = 2;

/** Says what went wrong instead of failing in silence. */
async function attempt(what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    notice.value = { kind: 'error', title: `The ${what} could not be saved.`, lines: [String(error)] };
  }
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

export function savePng(): Promise<void> {
  return attempt('picture', async () => {
    const lab = api();
    if (!lab || !layout.value) return;
    const panels = await lab.image(pictureScale);
    const { name, title, seed, units } = scenario.value;
    const base = economySummary(0);
    const canvas = composePicture({
      panels,
      marks: layers.flatMap((layer) => layer.value),
      legend: legendEntries(),
      heading: title || name,
      caption: [
        `Turnpike · ${name} · seed ${seed} · core ${coreHash.value ?? 'unknown'} · t = ${quantityText(base?.t)} ${units.time}`,
        'What the assumptions imply, not what will happen.',
      ],
      layout: layout.value,
      theme: theme.value,
      shades: shades.value,
      fontFamily: getComputedStyle(document.body).fontFamily,
    });
    panels.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the browser made no picture');
    const about = {
      scenario: scenario.value,
      seed,
      coreHash: coreHash.value,
      t: base?.t ?? null,
      link: linkHere(),
    };
    const bytes = withText(new Uint8Array(await blob.arrayBuffer()), 'Turnpike', JSON.stringify(about));
    download(`${name}.png`, new Blob([bytes], { type: 'image/png' }));
  });
}

export function saveCsv(): Promise<void> {
  return attempt('record', async () => {
    const text = await api()?.csv();
    if (text !== undefined) download(`${scenario.value.name}.csv`, new Blob([text], { type: 'text/csv' }));
  });
}

export function saveJson(): Promise<void> {
  return attempt('result', async () => {
    const result = await api()?.json();
    if (result === undefined) return;
    download(
      `${scenario.value.name}.json`,
      new Blob([`${JSON.stringify(result, null, 2)}\n`], { type: 'application/json' }),
    );
  });
}
