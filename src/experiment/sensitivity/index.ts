export type { BootstrapOptions, Estimate } from './bootstrap.ts';
export { type ElementaryEffect, elementaryEffects } from './elementaryEffects.ts';
export { type SobolIndices, type SobolOptions, sobolIndices } from './sobolIndices.ts';
