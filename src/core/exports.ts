import type { ASUtil } from '@assemblyscript/loader';

/** What assembly/index.ts exports, as the loader hands it over. Layout constants arrive as WebAssembly.Global. */
export interface CoreExports extends ASUtil, Record<string, unknown> {
  memory: WebAssembly.Memory;
  reserve(
    economies: number,
    groups: number,
    maxGroups: number,
    slots: number,
    listValues: number,
    rows: number,
  ): number;
  setSeed(low: number, high: number): void;
  /** 0 if the memory for the lab columns cannot be had. */
  start(): number;
  advance(ticks: number, substeps: number): number;
  clearRows(): void;
  packPoints(economy: number): void;
  stateHash(economy: number): bigint;
  remaining(economy: number): number;
  firstNonFinite(economy: number): bigint;
}

/** Value of an exported constant or variable; pointers above 2³¹ arrive negative and are made unsigned. */
export function exported(exports: CoreExports, name: string): number {
  const global = exports[name];
  if (!(global instanceof WebAssembly.Global)) throw new Error(`the core does not export ${name}`);
  return Number(global.value);
}

/** A pointer that the core exports. */
export function pointer(exports: CoreExports, name: string): number {
  return exported(exports, name) >>> 0;
}
