import { format } from 'd3-format';
import { scaleLinear, scaleLog } from 'd3-scale';
import { escapeText } from '../html/escape.ts';
import type { Axis, Figure, Point, Series } from './figure.ts';

const WIDTH = 440;
const HEIGHT = 320;
const MARGIN = { left: 62, right: 14, top: 10, bottom: 46 };
const inner = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };

/** Where a number is along an axis, and which numbers are marked. */
interface Placed {
  at(value: number): number;
  ticks: readonly { value: number; text: string }[];
}

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (exponent: number): string =>
  String(exponent)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => digits[Number(digit)]);

/** 1, 10, 100, 1000 in full, other powers as 10ⁿ. */
const powerText = (exponent: number): string =>
  exponent >= 0 && exponent <= 3
    ? String(10 ** exponent)
    : exponent >= -2 && exponent < 0
      ? format('~g')(10 ** exponent)
      : `10${raised(exponent)}`;

function placed({ scale, domain }: Axis, range: readonly [number, number]): Placed {
  if (scale === 'linear') {
    const along = scaleLinear(domain, range);
    return {
      at: (value) => along(value),
      ticks: along.ticks(6).map((value) => ({ value, text: along.tickFormat(6)(value) })),
    };
  }
  const along = scaleLog(domain, range);
  const [low, high] = domain.map((value) => Math.log10(value));
  const decades = Array.from(
    { length: Math.floor(high + 1e-9) - Math.ceil(low - 1e-9) + 1 },
    (_, i) => Math.ceil(low - 1e-9) + i,
  );
  const every = Math.ceil(decades.length / 7);
  const ticks = decades
    .filter((_, i) => i % every === 0)
    .map((decade) => ({ value: 10 ** decade, text: powerText(decade) }));
  return { at: (value) => along(value), ticks };
}

const round = (x: number): string => String(Math.round(x * 10) / 10);

function pathOf(points: readonly Point[], x: Placed, y: Placed): string {
  return points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${round(x.at(px))} ${round(y.at(py))}`).join('');
}

function drawn({ points, style = 'line' }: Series, index: number, x: Placed, y: Placed): string {
  const tone = `tone-${index % 6}`;
  if (style !== 'dots') return `<path class="${style} ${tone}" d="${pathOf(points, x, y)}"/>`;
  return points
    .map(([px, py]) => `<circle class="dot ${tone}" cx="${round(x.at(px))}" cy="${round(y.at(py))}" r="4"/>`)
    .join('');
}

/** The swatch of a series in the legend, drawn as the series is. */
function swatch({ style = 'line' }: Pick<Series, 'style'>, tone: string): string {
  const mark =
    style === 'dots'
      ? `<circle class="dot ${tone}" cx="11" cy="6" r="4"/>`
      : `<path class="${style} ${tone}" d="M1 6L21 6"/>`;
  return `<svg class="swatch" viewBox="0 0 22 12" width="22" height="12" aria-hidden="true">${mark}</svg>`;
}

/** The axes with ticks, gridlines and labels. */
function frame({ x, y }: Figure, across: Placed, up: Placed): string {
  const columns = across.ticks.map(({ value, text }) => {
    const at = round(across.at(value));
    return `<path class="grid" d="M${at} 0V${inner.height}"/><text class="tick" x="${at}" y="${inner.height + 17}" text-anchor="middle">${text}</text>`;
  });
  const lines = up.ticks.map(({ value, text }) => {
    const at = round(up.at(value));
    return `<path class="grid" d="M0 ${at}H${inner.width}"/><text class="tick" x="-7" y="${at}" dy="0.32em" text-anchor="end">${text}</text>`;
  });
  return [
    ...columns,
    ...lines,
    `<path class="axis" d="M0 0V${inner.height}H${inner.width}"/>`,
    `<text class="label" x="${inner.width / 2}" y="${inner.height + 38}" text-anchor="middle">${escapeText(x.label)}</text>`,
    `<text class="label" transform="translate(-48 ${inner.height / 2}) rotate(-90)" text-anchor="middle">${escapeText(y.label)}</text>`,
  ].join('');
}

/** The figure as an HTML figure: inline SVG with axes, its legend and its caption. Colours and fonts come from the page's style. */
export function figureHtml(figure: Figure): string {
  const across = placed(figure.x, [0, inner.width]);
  const up = placed(figure.y, [inner.height, 0]);
  const clip = `clip-${figure.id}`;
  const { band, series, notes = [] } = figure;
  const base = round(up.at(figure.y.domain[figure.y.domain[0] < 0 ? 1 : 0]));
  const shaded = band
    ? `<path class="band" d="${pathOf(band.points, across, up)}L${round(across.at(band.points.at(-1)![0]))} ${base}L${round(across.at(band.points[0][0]))} ${base}Z"/>`
    : '';
  const words = notes.map(
    ({ at, text, isBelow }) =>
      `<text class="note" x="${round(across.at(at[0]))}" y="${round(up.at(at[1]))}" dy="${isBelow ? 18 : -9}" text-anchor="middle">${escapeText(text)}</text>`,
  );
  const legend = [
    ...series.map((each, i) => `<li>${swatch(each, `tone-${i % 6}`)}${escapeText(each.label)}</li>`),
    ...(band
      ? [
          `<li><svg class="swatch" viewBox="0 0 22 12" width="22" height="12" aria-hidden="true"><path class="band" d="M1 1H21V11H1Z"/></svg>${escapeText(band.label)}</li>`,
        ]
      : []),
  ];
  const title = escapeText(figure.title);
  return `<figure id="figure-${figure.id}">
<h4>${title}</h4>
<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<clipPath id="${clip}"><path d="M0 -5H${inner.width + 5}V${inner.height + 5}H0Z"/></clipPath>
<g transform="translate(${MARGIN.left} ${MARGIN.top})">${frame(figure, across, up)}<g clip-path="url(#${clip})">${shaded}${series.map((each, i) => drawn(each, i, across, up)).join('')}</g>${words.join('')}</g>
</svg>
<ul class="legend">${legend.join('')}</ul>
<figcaption>${escapeText(figure.caption)}</figcaption>
</figure>`;
}
