/** Kinds of text a scenario may hold. Angle brackets are refused everywhere, so that no text can become markup. */

/** Control, format and bidirectional characters, line separators and lone surrogates; no \p{…}, so that other languages read the JSON Schema too. */
const invisible =
  '\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ud800-\\udfff\\ufeff\\ufff9-\\ufffb';

/** Names key things and stand in paths (`groups.labs.count=3`) and file names. */
export const nameText = {
  pattern: new RegExp(`^(?!\\s)(?![0-9]+$)[^${invisible}<>&"'\`=*\\\\]{1,60}(?<!\\s)$`, 'u'),
  allowed:
    '1 to 60 printable characters without < > & " \' ` = * \\, not only digits, no space at either end',
};

/** Units, as short as an axis label. */
export const unitText = {
  pattern: new RegExp(`^(?!\\s)[^${invisible}<>&"'\`\\\\]{1,30}(?<!\\s)$`, 'u'),
  allowed: '1 to 30 printable characters without < > & " \' ` \\, no space at either end',
};

/** One line of prose. */
export function proseText(longest: number): { pattern: RegExp; allowed: string } {
  return {
    pattern: new RegExp(`^[^${invisible}<>]{0,${longest}}$`, 'u'),
    allowed: `0 to ${longest} printable characters on one line, without < >`,
  };
}
