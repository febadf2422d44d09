/** How a refused value is written in the message: strings quoted, everything else as JavaScript prints it. */
function shown(got: unknown): string {
  return typeof got === 'string' ? JSON.stringify(got) : String(got);
}

/** The error every closed form throws outside its domain: `q: got 1.2; allowed: a number from 0 to 1`. */
export function refusal(name: string, got: unknown, allowed: string): RangeError {
  return new RangeError(`${name}: got ${shown(got)}; allowed: ${allowed}`);
}

function check(name: string, got: unknown, holds: (x: number) => boolean, allowed: string): number {
  if (typeof got !== 'number' || !holds(got)) throw refusal(name, got, allowed);
  return got;
}

export const positive = (name: string, got: unknown): number =>
  check(name, got, (x) => Number.isFinite(x) && x > 0, 'a finite number above 0');

export const nonNegative = (name: string, got: unknown): number =>
  check(name, got, (x) => Number.isFinite(x) && x >= 0, 'a finite number, 0 or more');

/** A duration or level that may be Infinity. */
export const extended = (name: string, got: unknown): number =>
  check(name, got, (x) => x >= 0, 'a number, 0 or more (Infinity too)');

export const share = (name: string, got: unknown): number =>
  check(name, got, (x) => x >= 0 && x <= 1, 'a number from 0 to 1');

export const openShare = (name: string, got: unknown): number =>
  check(name, got, (x) => x > 0 && x < 1, 'a number above 0 and below 1');

export const finite = (name: string, got: unknown): number =>
  check(name, got, Number.isFinite, 'a finite number');

/** A number of labs. */
export const count = (name: string, got: unknown): number =>
  check(name, got, (x) => Number.isSafeInteger(x) && x >= 1, 'a whole number, 1 or more');

export const between = (name: string, got: unknown, low: number, high: number): number =>
  check(name, got, (x) => x >= low && x <= high, `a number from ${low} to ${high}`);

/** Arguments come as one object; anything else is refused before its fields are read. */
export function fields<T extends object>(input: T, name = 'arguments'): T {
  if (typeof input !== 'object' || input === null) throw refusal(name, input, 'an object');
  return input;
}
