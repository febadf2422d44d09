import { beforeAll, describe, expect, it } from 'vitest';
import { textWidth } from '../../../web/page/axes/textWidth.ts';
import { type PictureParts, planPicture } from '../../../web/page/exports/picture.ts';
import { svgOf } from '../../../web/page/exports/svg.ts';
import { SvgPen } from '../../../web/page/exports/svgPen.ts';
import { shadesOf } from '../../../web/render/marks.ts';
import { layout, theme } from '../render/theme.ts';
import { crowd, engineFor, scenario } from '../worker/lab.ts';

const image = () => 'data:image/png;base64,AAAA';

function drawn(of: ReturnType<typeof scenario>): string {
  const { engine, clock } = engineFor(of);
  for (let i = 0; i < 20; i++) engine.step();
  clock.frames();
  const frame = engine.frame()!;
  const parts: PictureParts = {
    marks: [
      { kind: 'line', role: 'axis', x1: 0.5, y1: 10.5, x2: 90.5, y2: 10.5 },
      {
        kind: 'text',
        role: 'label',
        x: 5,
        y: 6,
        text: 'K < V & "q"',
        anchor: 'end',
        ink: 'optimum',
        rotate: 30,
      },
    ],
    legend: [
      { kind: 'rule', text: 'Fixed share', rule: 'fixed' },
      { kind: 'line', text: 'Parity', style: 'parity' },
      { kind: 'economy', text: 'base', economy: 0, rule: null },
    ],
    heading: 'A <b>heading</b>',
    caption: ['seed 7', 'second line'],
    layout,
    theme,
    shades: shadesOf(frame.runs),
    fontFamily: '"Segoe UI", sans-serif',
  };
  return svgOf([frame], [parts], { seed: 7, note: '</metadata><script>' }, image);
}

/** Elements of well-formed XML without namespaces or comments; throws where it is not. */
function elementsOf(xml: string): { name: string; words: string }[] {
  const open: string[] = [];
  const found: { name: string; words: string }[] = [];
  const rest = xml.replace(
    /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)\s*(\/?)>/g,
    (_, end, name, words, empty) => {
      if (end) {
        if (open.pop() !== name) throw new Error(`</${name}> out of place`);
      } else {
        found.push({ name, words });
        if (!empty) open.push(name);
      }
      return '';
    },
  );
  if (open.length > 0 || /[<>]/.test(rest)) throw new Error(`left over: ${open} ${rest.slice(0, 80)}`);
  return found;
}

describe('the picture as SVG', () => {
  let svg: string;
  let elements: { name: string; words: string }[];
  beforeAll(() => {
    svg = drawn(crowd);
    elements = elementsOf(svg);
  });

  it('says what made it', () => {
    expect(svg).toContain('<metadata id="turnpike">{&quot;seed&quot;:7');
    expect(svg).toContain('<title>A &lt;b&gt;heading&lt;/b&gt;</title>');
    expect(elements.some(({ name }) => name === 'script')).toBe(false);
    expect(svg).toContain('second line');
  });

  it('breaks its heading and caption where they would leave a narrow picture', () => {
    const width = 360;
    const words = 'a core hash that must not be cut off because a phone is narrow '.repeat(3).trim();
    const parts = { layout: { ...layout, width }, legend: [], heading: words, caption: [words] };
    const { heading, caption, head, height } = planPicture(parts as never);
    for (const lines of [heading, caption]) {
      expect(lines.join(' ')).toBe(words);
      expect(lines.length).toBeGreaterThan(2);
    }
    for (const line of heading) expect(textWidth(line, 16)).toBeLessThanOrEqual(width);
    expect(height).toBeGreaterThan(head + layout.height + 16 * caption.length);
  });

  it('draws lines, dots, bands, axes and words as what they are', () => {
    const strokes = (color: string) =>
      elements.filter(({ name, words }) => name === 'path' && words.includes(`stroke="${color}"`));
    expect(strokes(theme.optimum).length).toBeGreaterThanOrEqual(3);
    expect(strokes(theme.parity).length).toBeGreaterThanOrEqual(2);
    expect(elements.some(({ words }) => words.includes('stroke-dasharray'))).toBe(true);
    expect(elements.some(({ words }) => words.includes('fill-opacity="0.12"'))).toBe(true);
    expect(svg).toContain('K &lt; V &amp; &quot;q&quot;</text>');
    expect(elements.some(({ name }) => name === 'image')).toBe(false);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('turns what is rotated, about its own place', () => {
    const label = elements.filter(({ words }) => words.includes('text-anchor="end"')).at(-1)!;
    const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)].map((x) => Number(x.toFixed(5)));
    expect(label.words).toContain(`matrix(${cos} ${sin} ${-sin} ${cos} 25 50)`);
  });

  it('makes one image of a crowd', () => {
    const groups = [
      { name: 'many', count: 4000, rule: { type: 'parity' }, K0: { distribution: 'lognormal' } },
    ];
    const many = drawn(scenario({ groups, clock: { h: 0.01, until: 1 } }));
    expect(many.match(/<image [^>]*href="data:image/g)).toHaveLength(1);
    expect(many.length).toBeLessThan(200_000);
  });
});

describe('a pen that writes SVG', () => {
  it('brings back what was saved', () => {
    const pen = new SvgPen(image);
    pen.save();
    pen.translate(3, 4);
    pen.fillStyle = '#ff0000';
    pen.fillRect(1, 2, 3, 4);
    pen.restore();
    pen.fillRect(0, 0, 1.23456, 1);
    expect(pen.elements).toEqual([
      '<rect x="1" y="2" width="3" height="4" fill="#ff0000" transform="matrix(1 0 0 1 3 4)"/>',
      '<rect x="0" y="0" width="1.23" height="1" fill="#000000"/>',
    ]);
  });
});
