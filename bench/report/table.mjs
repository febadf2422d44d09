/** A Markdown table; the first column holds words, the others numbers. */
export function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = `|${header.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

export const count = (n) => n.toLocaleString('en');

/** Three digits or so: 1234, 123, 12.3, 1.23. */
export const figure = (x) => (x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2));

/** The same for numbers of any size: 1,230,000. */
export const large = (x) => (x >= 1000 ? count(Number(x.toPrecision(3))) : figure(x));

export const percent = (ratio) => {
  const value = (ratio - 1) * 100;
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)} %`;
};
