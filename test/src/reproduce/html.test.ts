import { beforeAll, describe, expect, test } from 'vitest';
import { figureHtml } from '../../../src/reproduce/figures/chart.ts';
import { figures } from '../../../src/reproduce/figures/index.ts';
import { mathml } from '../../../src/reproduce/html/mathematics.ts';
import { reportHtml } from '../../../src/reproduce/html/page.ts';
import { findings, report, runs } from './report.ts';

let html: string;
beforeAll(() => {
  html = reportHtml(report, runs);
});

/** Elements that are never closed. */
const empty = new Set(['meta', 'br', 'hr', 'img', 'input', 'link']);

/** What is wrong with the nesting of tags, or null. Attributes must be quoted and text free of < and bare &. */
function fault(document: string): string | null {
  const body = document.replace(/^<!doctype html>/, '').replace(/<style>[^<]*<\/style>/, '');
  const open: string[] = [];
  const tag = /<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gi;
  const rest = body.replaceAll(tag, (_, closing: string, name: string, _attributes, selfClosing: string) => {
    if (closing) {
      const last = open.pop();
      if (last !== name) open.push(`${last} closed by ${name}`);
    } else if (!selfClosing && !empty.has(name)) open.push(name);
    return ' ';
  });
  if (open.length > 0) return `open: ${open.join(', ')}`;
  const loose = /[<>]|&(?!(?:amp|lt|gt|quot|#\d+|#x[\da-f]+);)/i.exec(rest);
  return loose ? `loose ${rest.slice(loose.index, loose.index + 40)}` : null;
}

describe('the report', () => {
  test('is well-formed', () => {
    expect(fault(html)).toBeNull();
  });

  test('(and a fault would be found)', () => {
    expect(fault('<!doctype html><p><b>x</p></b>')).toContain('b closed by p');
    expect(fault('<p>1 < 2</p>')).toContain('loose');
    expect(fault('<p>a & b</p>')).toContain('loose');
    expect(fault('<p>')).toContain('open: p');
  });

  test('has every row with its verdict, and every figure', () => {
    for (const { id, verdict } of findings)
      expect(html).toMatch(
        new RegExp(`<article class="row" id="${id}">[^]*?<div class="verdict ${verdict}">`),
      );
    for (const figureOf of figures) expect(html).toContain(`<figure id="figure-${figureOf(runs).id}">`);
    expect(html.match(/<figure /g)).toHaveLength(figures.length);
  });

  test('has every id once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('fetches nothing: addresses are links or names', () => {
    expect(html).not.toMatch(
      /<(?:script|link|img|iframe|object|embed|use|image)\b|\bsrc=|@import|url\((?!#)/i,
    );
    const elsewhere = html.replaceAll(/<a href="[^"]*">[^<]*<\/a>/g, '').replaceAll(/ xmlns="[^"]*"/g, '');
    expect(elsewhere).not.toMatch(/https?:|\/\//);
  });

  test('carries version and core', () => {
    expect(html).toContain(`Turnpike ${report.version}, core <code>${report.coreHash}</code>`);
  });

  test('typesets every equation', () => {
    const equations = findings.flatMap(({ tex }) => tex ?? []);
    expect(equations.length).toBeGreaterThan(20);
    for (const tex of equations) expect(html).toContain(mathml(tex));
  });

  test('is the same the second time', () => {
    expect(reportHtml(report, runs)).toBe(html);
  });
});

describe('figures', () => {
  test.each(figures.map((figureOf) => [figureOf(runs).id, figureOf] as const))('%s', (_, figureOf) => {
    const figure = figureOf(runs);
    const drawn = figureHtml(figure);
    expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
    // Axes say what they measure; every series is in the legend and has something to draw inside the axes.
    for (const { label } of [figure.x, figure.y, ...figure.series]) expect(label).not.toBe('');
    expect(drawn.match(/<li>/g)).toHaveLength(figure.series.length + (figure.band ? 1 : 0));
    const isIn = ([low, high]: readonly [number, number], x: number) => x >= low && x <= high;
    for (const { label, points } of figure.series)
      expect(
        points.some(([x, y]) => isIn(figure.x.domain, x) && isIn(figure.y.domain, y)),
        label,
      ).toBe(true);
  });

  test('Figure 1’s marks lie on its curve', () => {
    const [line, dots] = figures[0](runs).series;
    for (const [t, K] of dots.points) {
      const near = line.points.reduce((best, point) =>
        Math.abs(point[0] - t) < Math.abs(best[0] - t) ? point : best,
      );
      // The curve is drawn every 0.016: at most half of that times K'/K = 48 at t = 3.1 away, in logarithms.
      expect(Math.abs(Math.log(near[1] / K))).toBeLessThan(0.4);
    }
  });
});

test('TeX that is wrong is refused', () => {
  expect(() => mathml(String.raw`\frac{1}`)).toThrow();
});
