/** The training of a place without a lab: no sum can see it and no logarithm trips over it. 2^−1000. */
export const PADDING_T: f64 = 9.332636185032189e-302;
