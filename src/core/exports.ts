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
  /** 0 if the memory for the lab columns cannot be had. */
  start(): number;
  advance(ticks: number, substeps: number): number;
  /** records: 0 for no rows. */
  advanceEach(ticks: number, substeps: number, records: number): number;
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

/**
 * What is worked out of a core's exports, once for each of its instances: a short run is set up in less time than it takes
 * to look up every constant of the layout again.
 */
export function onceAnInstance<T>(make: (exports: CoreExports) => T): (exports: CoreExports) => T {
  const known = new WeakMap<CoreExports, T>();
  return (exports) => {
    const found = known.get(exports);
    if (found !== undefined) return found;
    const made = make(exports);
    known.set(exports, made);
    return made;
  };
}

/** A pointer that the core exports. */
export function pointer(exports: CoreExports, name: string): number {
  return exported(exports, name) >>> 0;
}
