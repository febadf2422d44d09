import { refusal } from './errors.ts';

/** A record of a CSV file: its cells by column, and the line it begins on. */
export interface CsvRecord {
  line: number;
  cells: Record<string, string>;
}

interface Line {
  line: number;
  fields: string[];
}

/** RFC 4180: commas, "quoted, fields" with "" for a quote, line ends LF or CRLF. */
function split(text: string): Line[] {
  const lines: Line[] = [];
  let fields: string[] = [];
  let [line, begun, position] = [1, 1, 0];
  const field = /"((?:[^"]|"")*)"|([^,"\r\n]*)/y;
  while (position < text.length) {
    field.lastIndex = position;
    const found = field.exec(text)!;
    const quoted = found[1] !== undefined;
    fields.push(quoted ? found[1].replaceAll('""', '"') : found[2].trim());
    if (quoted) line += found[1].split('\n').length - 1;
    position = field.lastIndex;
    const end = /\r\n|\r|\n|,|$/y;
    end.lastIndex = position;
    const mark = end.exec(text);
    if (!mark)
      throw refusal(`line ${line}`, 'a quote inside a field', 'a field wholly in quotes, or none in it');
    position += mark[0].length;
    if (mark[0] === ',' && position < text.length) continue;
    if (mark[0] === ',') fields.push('');
    lines.push({ line: begun, fields });
    fields = [];
    line += 1;
    begun = line;
  }
  return lines.filter(({ fields: cells }) => cells.length > 1 || cells[0] !== '');
}

/**
 * The records of a CSV file whose first line names its columns. Other columns than the required ones may be there too.
 * ScenarioError that names the line and the column.
 */
export function parseCsv(text: string, required: readonly string[]): CsvRecord[] {
  const [header, ...lines] = split(text.startsWith('\ufeff') ? text.slice(1) : text);
  const columns = header?.fields ?? [];
  const missing = required.filter((column) => !columns.includes(column));
  if (missing.length)
    throw refusal(
      'line 1',
      `no column ${missing.join(', ')}`,
      `a header with the columns ${required.join(', ')}`,
    );
  return lines.map(({ line, fields }) => {
    if (fields.length !== columns.length)
      throw refusal(`line ${line}`, `${fields.length} fields`, `${columns.length} fields, as in the header`);
    return { line, cells: Object.fromEntries(columns.map((column, i) => [column, fields[i]])) };
  });
}
