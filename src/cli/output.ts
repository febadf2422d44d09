import { once } from 'node:events';

/** Writes to stdout. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** A reader that stops early (`| head`) ends the program quietly, as shells expect. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}

/** Writes a piece and waits until the stream can take more, so that memory stays bounded. */
export async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (text !== '' && !stream.write(text)) await once(stream, 'drain');
}

/** A number for people: at most `digits` significant ones, powers of ten where it is very large or small; – for none. */
export function shown(x: number | null, digits = 7): string {
  if (x === null || Number.isNaN(x)) return '–';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  const size = Math.abs(x);
  if (size >= 1e-4 && size < 10 ** Math.max(digits, 9)) return String(Number(x.toPrecision(digits)));
  return x === 0 ? '0' : x.toExponential(digits - 1).replace(/\.?0*e\+?/, 'e');
}

/** Rows under a head, each column as wide as its widest cell: words to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const isNumber = (text: string): boolean => /^[-+−]?[\d.]+(e[-+]?\d+)?$|^[–∞]$/.test(text);
  const columns = head.map((_, column) => ({
    width: Math.max(...all.map((row) => row[column].length)),
    right: rows.length > 0 && rows.every((row) => isNumber(row[column])),
  }));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (columns[i].right ? cell.padStart(columns[i].width) : cell.padEnd(columns[i].width)))
      .join('  ');
  return `${all.map((row) => line(row).trimEnd()).join('\n')}\n`;
}

/** Words in lines of at most `width`, each after `indent`. */
export function wrap(text: string, indent = '', width = 96): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line].join('\n');
}
