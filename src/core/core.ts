/** The compiled core and its identity. One module serves any number of simulations. */
export interface Core {
  readonly module: WebAssembly.Module;
  /** First 16 hex digits of the SHA-256 of core.wasm: a run is identified by (scenario, seed, core hash). */
  readonly hash: string;
}

/** Compiles the bytes of core.wasm. */
export async function compileCore(bytes: Uint8Array<ArrayBuffer>): Promise<Core> {
  const [module, digest] = await Promise.all([
    WebAssembly.compile(bytes),
    crypto.subtle.digest('SHA-256', bytes),
  ]);
  const hash = [...new Uint8Array(digest).subarray(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return { module, hash };
}
