/** A scenario of one group. */
export const group = (given: object) => ({ groups: [{ name: 'labs', ...given }] });

/** A scenario with one variant. */
export const variant = (set: object, name = 'v') => ({ variants: [{ name, set }] });

/** What no literal makes: a key __proto__ of its own, a number beyond the range. */
export const json = (text: string) => JSON.parse(text) as unknown;
