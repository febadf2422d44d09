/** Test functions of the unit cube whose indices are known. */

const { PI } = Math;

/** T. Ishigami & T. Homma, "An importance quantification technique…", ISUMA '90: sin x₁ + a·sin² x₂ + b·x₃⁴·sin x₁ on [−π, π]³. */
export function ishigami(a = 7, b = 0.1) {
  const f = (u: Float64Array) => {
    const [x, y, z] = u.map((share) => PI * (2 * share - 1));
    return Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
  };
  const V1 = (1 + (b * PI ** 4) / 5) ** 2 / 2;
  const V2 = a ** 2 / 8;
  const V13 = (8 * b ** 2 * PI ** 8) / 225;
  const V = V1 + V2 + V13;
  return {
    f,
    mean: a / 2,
    variance: V,
    first: [V1 / V, V2 / V, 0],
    total: [(V1 + V13) / V, V2 / V, V13 / V],
    second: { '0,1': 0, '0,2': V13 / V, '1,2': 0 },
  };
}

/** I. M. Sobol's G: ∏ (|4u_i − 2| + a_i)/(1 + a_i). */
export function sobolG(a: readonly number[]) {
  const f = (u: Float64Array) =>
    u.reduce((product, share, i) => (product * (Math.abs(4 * share - 2) + a[i])) / (1 + a[i]), 1);
  const V = a.map((ai) => 1 / (3 * (1 + ai) ** 2));
  const all = V.reduce((product, Vi) => product * (1 + Vi), 1);
  return {
    f,
    variance: all - 1,
    first: V.map((Vi) => Vi / (all - 1)),
    total: V.map((Vi) => (Vi * all) / (1 + Vi) / (all - 1)),
  };
}
