/** Sums and largest values over typed columns, in one pass: [ΣK, ΣT, ΣqK, ΣK², max K, max T]. */
export function observed({ K, T, q }) {
  let sumK = 0;
  let sumT = 0;
  let training = 0;
  let squared = 0;
  let maxK = 0;
  let maxT = 0;
  for (let i = 0; i < K.length; i++) {
    const k = K[i];
    const t = T[i];
    sumK += k;
    sumT += t;
    training += q[i] * k;
    squared += k * k;
    if (k > maxK) maxK = k;
    if (t > maxT) maxT = t;
  }
  return [sumK, sumT, training, squared, maxK, maxT];
}

/** The same over anything that has K, T and q, one object a lab. `each` calls a function with every lab. */
export function observedOf(each) {
  let sumK = 0;
  let sumT = 0;
  let training = 0;
  let squared = 0;
  let maxK = 0;
  let maxT = 0;
  each(({ K, T, q }) => {
    sumK += K;
    sumT += T;
    training += q * K;
    squared += K * K;
    maxK = Math.max(maxK, K);
    maxT = Math.max(maxT, T);
  });
  return [sumK, sumT, training, squared, maxK, maxT];
}
