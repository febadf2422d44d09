// What a random number is for. Part of the counter, so that no two uses ever share a draw; never renumber.

export const INITIAL_K: u32 = 1;
export const INITIAL_T: u32 = 2;
export const BELIEF: u32 = 3;
export const RULE: u32 = 4;
export const NOISE: u32 = 5;
export const ENTRY: u32 = 6;
