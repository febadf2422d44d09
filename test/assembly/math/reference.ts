import { Decimal } from 'decimal.js';

/** 60 digits, and exponents far beyond a double's. */
export const Real = Decimal.clone({ precision: 60, minE: -1e6, maxE: 1e6 });
export type Real = Decimal;

const view = new DataView(new ArrayBuffer(8));

export function bitsOf(x: number): bigint {
  view.setFloat64(0, x);
  return view.getBigUint64(0);
}

export function fromBits(bits: bigint): number {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

/** 2^(field − 1075): the spacing of doubles with that exponent field. */
function unit(field: number): Real {
  return new Real(2).pow(Math.max(field, 1) - 1075);
}

/** The double itself; `new Decimal(x)` would take its shortest decimal name instead, up to half an ulp away. */
export function real(x: number): Real {
  const bits = bitsOf(Math.abs(x));
  const field = Number(bits >> 52n);
  const whole = Number(bits & 0xfffffffffffffn) + (field ? 2 ** 52 : 0);
  return unit(field).times(x < 0 ? -whole : whole);
}

const LN2 = new Real(2).ln();

export const exact = {
  exp2: (x: number): Real => Real.exp(LN2.times(real(x))),
  exp: (x: number): Real => Real.exp(real(x)),
  log2: (x: number): Real => Real.ln(real(x)).div(LN2),
  log: (x: number): Real => Real.ln(real(x)),
  pow: (x: number, y: number): Real => Real.exp(Real.ln(real(x)).times(real(y))),
};

/** The double `steps` further from zero. */
export function beyond(x: number, steps: number): number {
  return fromBits(bitsOf(x) + BigInt(steps));
}

/** The spacing of doubles just at or below |value|: 2^-1074 among subnormals. */
function spacing(value: Real): Real {
  const size = value.abs();
  let near = size.toNumber();
  if (near === Infinity) near = Number.MAX_VALUE;
  if (real(near).gt(size)) near = fromBits(bitsOf(near) - 1n);
  return unit(Number(bitsOf(near) >> 52n));
}

const OVERFLOW = new Real(2).pow(1024);

/** How far `got` is from the exact value, in units of the exact value's last place; ∞ is right beyond the last double. */
export function ulps(got: number, value: Real): number {
  if (!Number.isFinite(got) && value.abs().gte(OVERFLOW)) return 0;
  const number = Number.isFinite(got) ? real(got) : OVERFLOW.times(Math.sign(got));
  return number.minus(value).abs().div(spacing(value)).toNumber();
}

/** The worst of many, with the argument it came from, so that a failure names it. */
export class Worst {
  ulps = 0;
  at = '';

  see(got: number, value: Real, ...args: number[]): void {
    const error = ulps(got, value);
    if (error > this.ulps || Number.isNaN(error)) {
      this.ulps = Number.isNaN(error) ? Infinity : error;
      this.at = `${args.join(', ')} → ${got}`;
    }
  }
}
