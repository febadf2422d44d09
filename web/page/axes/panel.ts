import type { Units } from '../../../src/scenario/types.ts';
import type { Domain, PanelId, Rect } from '../../shared/protocol.ts';
import { fontSizes, type Mark } from './marks.ts';
import { textWidth } from './textWidth.ts';
import { linearTicks, logTicks, type Span, type Tick } from './ticks.ts';

/** What each panel is called. */
export const panelTitles: Readonly<Record<PanelId, string>> = {
  phase: 'Every lab',
  chips: 'All chips',
  share: 'Training share',
  splits: 'Distribution of q',
  sizes: 'Distribution of K',
  stream: 'Shares of compute by group',
  concentration: 'Concentration',
};

/** What each panel shows, for those who do not see it. */
export const panelShows: Readonly<Record<PanelId, string>> = {
  phase: 'Every lab by training stock and chips',
  chips: 'all chips over time beside the optimum',
  share: 'the training share over time',
  splits: 'a histogram of the labs’ training shares now',
  sizes: 'a histogram of the labs’ chips now',
  stream: 'each group’s share of all chips over time',
  concentration: 'the effective number of labs and the Gini coefficient over time',
};

interface PanelWords {
  title: string;
  y: string;
  x: string;
  scales: { x: 'linear' | 'log'; y: 'linear' | 'log' };
}

/** What a panel shows and in which units. */
export function panelWords(panel: PanelId, units: Units, isLinear: boolean): PanelWords {
  const title = panelTitles[panel];
  const time = `Time t, ${units.time}`;
  const log = 'log' as const;
  const linear = 'linear' as const;
  switch (panel) {
    case 'phase':
      return {
        title,
        y: `Chips K, ${units.chips}`,
        x: `Training stock T, ${units.training}`,
        scales: { x: log, y: log },
      };
    case 'chips':
      return {
        title,
        y: `K, ${units.chips}`,
        x: time,
        scales: { x: linear, y: isLinear ? linear : log },
      };
    case 'share':
      return {
        title,
        y: 'q, share of all chips',
        x: time,
        scales: { x: linear, y: linear },
      };
    case 'splits':
      return { title, y: 'labs', x: 'Training share q of a lab', scales: { x: linear, y: linear } };
    case 'sizes':
      return { title, y: 'labs', x: `Chips K of a lab, ${units.chips}`, scales: { x: log, y: linear } };
    case 'stream':
      return { title, y: 'share of all chips', x: time, scales: { x: linear, y: linear } };
    case 'concentration':
      return { title, y: 'from 0 to 1', x: time, scales: { x: linear, y: linear } };
  }
}

export const acrossOf = (rect: Rect, span: Span, at: number): number =>
  rect.x + ((at - span[0]) / (span[1] - span[0])) * rect.width;
export const upOf = (rect: Rect, span: Span, at: number): number =>
  rect.y + rect.height - ((at - span[0]) / (span[1] - span[0])) * rect.height;

function acrossAxis(rect: Rect, span: Span, scale: 'linear' | 'log'): Mark[] {
  const bottom = rect.y + rect.height;
  const room = { length: rect.width, direction: 'across', fontSize: fontSizes.tick } as const;
  const { major, minor } = scale === 'log' ? logTicks(span, room) : linearTicks(span, room);
  const at = (tick: Tick) => acrossOf(rect, span, tick.at);
  return [
    ...major.map((tick) => line('grid', at(tick), rect.y, at(tick), bottom)),
    ...minor.map((m) => line('tick', acrossOf(rect, span, m), bottom, acrossOf(rect, span, m), bottom + 3)),
    ...major.map((tick) => line('tick', at(tick), bottom, at(tick), bottom + 5)),
    line('axis', rect.x, bottom, rect.x + rect.width, bottom),
    ...major.map((tick) => label(at(tick), bottom + 17, tick.label, 'middle')),
  ];
}

function upAxis(rect: Rect, span: Span, scale: 'linear' | 'log'): Mark[] {
  const room = { length: rect.height, direction: 'up', fontSize: fontSizes.tick } as const;
  const { major, minor } = scale === 'log' ? logTicks(span, room) : linearTicks(span, room);
  const at = (tick: Tick) => upOf(rect, span, tick.at);
  const right = rect.x + rect.width;
  return [
    ...major.map((tick) => line('grid', rect.x, at(tick), right, at(tick))),
    ...minor.map((m) => line('tick', rect.x - 3, upOf(rect, span, m), rect.x, upOf(rect, span, m))),
    ...major.map((tick) => line('tick', rect.x - 5, at(tick), rect.x, at(tick))),
    line('axis', rect.x, rect.y, rect.x, rect.y + rect.height),
    ...major.map((tick) => label(rect.x - 8, at(tick) + 4, tick.label, 'end')),
  ];
}

const line = (role: 'grid' | 'axis' | 'tick', x1: number, y1: number, x2: number, y2: number): Mark => ({
  kind: 'line',
  role,
  x1: crisp(x1),
  y1: crisp(y1),
  x2: crisp(x2),
  y2: crisp(y2),
});

/** Half pixels: a line of one pixel falls on one row of them. */
const crisp = (x: number): number => Math.round(x - 0.5) + 0.5;

const label = (x: number, y: number, text: string, anchor: 'middle' | 'end'): Mark => ({
  kind: 'text',
  role: 'tick',
  x: Math.round(x),
  y: Math.round(y),
  text,
  anchor,
  ink: 'muted',
});

/** Kept free at the right of the title, for the button that enlarges the panel. */
const buttonWidth = 28;

/** Axes, grid and titles of one panel. */
export function panelMarks(
  panel: PanelId,
  rect: Rect,
  domain: Domain,
  units: Units,
  isLinear = false,
): Mark[] {
  const words = panelWords(panel, units, isLinear);
  const left = rect.x - 42;
  const titleEnd = left + textWidth(words.title, fontSizes.title) + 6;
  const fits = titleEnd + textWidth(words.y, fontSizes.axisTitle) < rect.x + rect.width - buttonWidth;
  return [
    ...acrossAxis(rect, domain.x, words.scales.x),
    ...upAxis(rect, domain.y, words.scales.y),
    { kind: 'text', role: 'title', x: left, y: rect.y - 22, text: words.title, anchor: 'start', ink: 'ink' },
    {
      kind: 'text',
      role: 'axisTitle',
      x: fits ? titleEnd : left,
      y: fits ? rect.y - 22 : rect.y - 8,
      text: words.y,
      anchor: 'start',
      ink: 'muted',
    },
    {
      kind: 'text',
      role: 'axisTitle',
      x: rect.x + rect.width,
      y: rect.y + rect.height + 34,
      text: words.x,
      anchor: 'end',
      ink: 'muted',
    },
  ];
}
