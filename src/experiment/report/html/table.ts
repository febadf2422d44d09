import { element, escaped } from '../markup.ts';

/** A cell: text, or markup that is already safe. */
export type CellContent = string | { markup: string };

export interface ColumnHead {
  name: string;
  /** Text to the left, numbers to the right. */
  isText?: boolean;
  /** May break over lines. */
  isWide?: boolean;
}

/** A table that scrolls sideways where it is too wide. */
export function tableOf(heads: readonly ColumnHead[], rows: readonly (readonly CellContent[])[]): string {
  const classOf = ({ isText, isWide }: ColumnHead) =>
    [isText ? 'text' : '', isWide ? 'wide' : ''].filter(Boolean).join(' ') || null;
  const head = heads.map((one) => element('th', { scope: 'col', class: classOf(one) }, escaped(one.name)));
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row
        .map((cell, i) =>
          element('td', { class: classOf(heads[i]) }, typeof cell === 'string' ? escaped(cell) : cell.markup),
        )
        .join(''),
    ),
  );
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, head.join(''))) + element('tbody', {}, body.join('')),
  );
  return element('div', { class: 'scroll', tabindex: 0 }, table);
}
