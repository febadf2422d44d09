/** A stretch of text as it stands, lowered as an index, or raised as an exponent that may hold indices and exponents itself. */
export type Piece = string | { lowered: string } | { raised: readonly Piece[] };

interface Found {
  start: number;
  end: number;
  piece: Piece;
}

/** One letter, with a Σ before it and an accent or a star behind it, has an index; a word with an underscore has none. */
const INDEXED = /(?:^|[^\p{L}\p{M}_])(?:Σ?\p{L}\p{M}*[*₀-₉]*)_(\p{L}+|\d+)/u;
const EXPONENT = /^(?:[−-]?\d+(?:\.\d+)?|\p{L}\p{M}*[₀-₉]*)/u;

function firstIndex(text: string): Found | null {
  const match = INDEXED.exec(text);
  if (!match) return null;
  const end = match.index + match[0].length;
  return { start: end - match[1].length - 1, end, piece: { lowered: match[1] } };
}

/** Where the bracket that opens at `open` closes; -1 if it never does. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

function firstExponent(text: string): Found | null {
  for (let start = text.indexOf('^'); start >= 0; start = text.indexOf('^', start + 1)) {
    const close = text[start + 1] === '(' ? closing(text, start + 1) : -1;
    if (close > 0) return { start, end: close + 1, piece: { raised: typeset(text.slice(start + 2, close)) } };
    const exponent = EXPONENT.exec(text.slice(start + 1))?.[0];
    if (exponent) return { start, end: start + 1 + exponent.length, piece: { raised: [exponent] } };
  }
  return null;
}

/** Mathematics written in a line of text: 'K = T^(1+c)/c' with 1+c raised, 'g_F' with F lowered. */
export function typeset(text: string): readonly Piece[] {
  const found = [firstIndex(text), firstExponent(text)].filter((one) => one !== null);
  if (found.length === 0) return text === '' ? [] : [text];
  const { start, end, piece } = found.reduce((first, one) => (one.start < first.start ? one : first));
  return [...(start > 0 ? [text.slice(0, start)] : []), piece, ...typeset(text.slice(end))];
}

/** Letters that are also to be had small and high, or small and low: for titles and choices, which hold no markup. */
const HIGH = new Map(
  [...'0123456789+−=()abcdefghijklmnoprstuvwxyzβγδθφ'].map((letter, i) => [
    letter,
    [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᶿᵠ'][i],
  ]),
);
const LOW = new Map(
  [...'0123456789aehijklmnoprstuvx'].map((letter, i) => [letter, [...'₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'][i]]),
);

/** The text in those letters; null where one of them is not to be had. */
function inLetters(text: string, letters: ReadonlyMap<string, string>): string | null {
  const all = [...text].map((letter) => letters.get(letter));
  return all.includes(undefined) ? null : all.join('');
}

/** As letters without markup can write it, 'T^(1+c)' as 'T¹⁺ᶜ'; null where they cannot, as with 'g_F'. */
export function unmarked(text: string): string | null {
  const parts = typeset(text).map((piece) => {
    if (typeof piece === 'string') return piece;
    if ('lowered' in piece) return inLetters(piece.lowered, LOW);
    return piece.raised.every((part) => typeof part === 'string')
      ? inLetters(piece.raised.join(''), HIGH)
      : null;
  });
  return parts.includes(null) ? null : parts.join('');
}

/** For titles, choices and drawings: in such letters where there are some, else as it stands. */
export const plainText = (text: string): string => unmarked(text) ?? text;
