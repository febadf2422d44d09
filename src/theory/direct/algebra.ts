/**
 * The operations a model needs, so that one text of it serves plain numbers (a path) and truncated Taylor
 * series (the path's exact derivatives).
 */
export interface Algebra<X> {
  constant(value: number): X;
  value(x: X): number;
  add(x: X, y: X): X;
  subtract(x: X, y: X): X;
  multiply(x: X, y: X): X;
  divide(x: X, y: X): X;
  scale(x: X, factor: number): X;
  shift(x: X, by: number): X;
  exp(x: X): X;
  log(x: X): X;
  /** f(x), given f, f′ and f″ at the value of x. */
  apply(x: X, f: number, first: number, second: number): X;
}

export const numbers: Algebra<number> = {
  constant: (value) => value,
  value: (x) => x,
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  scale: (x, factor) => x * factor,
  shift: (x, by) => x + by,
  exp: Math.exp,
  log: Math.log,
  apply: (_, f) => f,
};

/** x^p for x > 0. */
export function power<X>(on: Algebra<X>, x: X, p: number): X {
  const value = on.value(x);
  const f = value ** p;
  return on.apply(x, f, (p * f) / value, (p * (p - 1) * f) / (value * value));
}

/** The lesser of two; of equals the first. */
export const lesser = <X>(on: Algebra<X>, x: X, y: X): X => (on.value(y) < on.value(x) ? y : x);
