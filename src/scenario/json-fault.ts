import { shorten } from './words.ts';

/**
 * Where a text stops being JSON. Engines word this differently, and some leave the position out; this small reader
 * (RFC 8259) finds it the same way everywhere, without recursion.
 */

type Expected = 'a value' | 'a value or ]' | 'a key' | 'a key or }' | ':' | ', or }' | ', or ]' | 'the end';

const space = /[ \t\n\r]*/y;
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

class Reader {
  position = 0;
  expected: Expected = 'a value';
  readonly text: string;
  private readonly open: ('{' | '[')[] = [];

  constructor(text: string) {
    this.text = text;
  }

  private match(pattern: RegExp): boolean {
    pattern.lastIndex = this.position;
    const found = pattern.test(this.text);
    if (found) this.position = pattern.lastIndex;
    return found;
  }

  private take(character: string): boolean {
    const found = this.text[this.position] === character;
    if (found) this.position++;
    return found;
  }

  private string(): boolean {
    if (!this.take('"')) return false;
    while (!this.take('"')) {
      if (this.text[this.position] === '\\') {
        if (!this.match(escaped)) return false;
      } else if (!(this.text.charCodeAt(this.position) >= 0x20)) return false;
      else this.position++;
    }
    return true;
  }

  private next(expected: Expected): boolean {
    this.expected = expected;
    return true;
  }

  private afterValue(): boolean {
    const container = this.open.at(-1);
    return this.next(container === undefined ? 'the end' : container === '{' ? ', or }' : ', or ]');
  }

  private enter(container: '{' | '['): boolean {
    this.open.push(container);
    return this.next(container === '{' ? 'a key or }' : 'a value or ]');
  }

  private leave(): boolean {
    this.open.pop();
    return this.afterValue();
  }

  /** Reads one token; false where it is not the one expected, and at the end. */
  advance(): boolean {
    this.match(space);
    const { expected } = this;
    if (expected === 'the end') return false;
    if (expected === ':') return this.take(':') && this.next('a value');
    if (expected.endsWith('}') && this.take('}')) return this.leave();
    if (expected.endsWith(']') && this.take(']')) return this.leave();
    if (expected === ', or }') return this.take(',') && this.next('a key');
    if (expected === ', or ]') return this.take(',') && this.next('a value');
    if (expected === 'a key' || expected === 'a key or }') return this.string() && this.next(':');
    if (this.take('{')) return this.enter('{');
    if (this.take('[')) return this.enter('[');
    return (this.string() || this.match(word)) && this.afterValue();
  }
}

/** In words: `text that is not JSON at line 3, column 7: "}" where a value should be`. */
export function jsonFault(text: string): string {
  const reader = new Reader(text);
  while (reader.advance());
  const { position, expected } = reader;
  const lines = text.slice(0, position).split('\n');
  const place = `line ${lines.length}, column ${lines[lines.length - 1].length + 1}`;
  const found =
    position >= text.length ? 'the text ends' : `"${shorten(text.slice(position, position + 12))}"`;
  return `text that is not JSON at ${place}: ${found} where ${expected} should be`;
}
