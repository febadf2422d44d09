import { euler, paper } from './contestants.mjs';

/** Parts of the bench by name: each takes the options and resolves to Markdown. */
export const parts = { paper, euler };
