/** Benchmarks that are drawn only when asked for: they lie on, or close to, others, or take a moment to be worked out. */
export const HIDDEN_AT_FIRST: readonly string[] = ['separate', 'constant', 'planned'];
