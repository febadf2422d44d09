import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const built = `${root}build/math.wasm`;

type Unary = (x: number) => number;

/** What assembly/math/testing.ts exports. */
export interface MathExports {
  exp2: Unary;
  log2: Unary;
  exp: Unary;
  log: Unary;
  normalQuantile: Unary;
  log2PairHigh: Unary;
  log2PairLow: Unary;
  pow(x: number, y: number): number;
  F(beta: number, X: number): number;
  lane(which: number, x0: number, x1: number, y: number, lane: number): number;
  inversions(which: number, start: number, pairs: number, y: number): number;
  quantileInversions(numerator: number, pairs: number): number;
  firstOffender: WebAssembly.Global;
  EXP2: WebAssembly.Global;
  EXP2_FINITE: WebAssembly.Global;
  LOG2: WebAssembly.Global;
  LOG2_NORMAL: WebAssembly.Global;
  EXP: WebAssembly.Global;
  LOG: WebAssembly.Global;
  POW: WebAssembly.Global;
  POW_FUSED: WebAssembly.Global;
  POW_NORMAL: WebAssembly.Global;
  EXP2_NEAR: WebAssembly.Global;
  POW_QUICK: WebAssembly.Global;
  philox4x32(c0: number, c1: number, c2: number, c3: number, k0: number, k1: number, rounds: number): void;
  word0: WebAssembly.Global;
  word1: WebAssembly.Global;
  word2: WebAssembly.Global;
  word3: WebAssembly.Global;
  uniform: Draw;
  normal: Draw;
  INITIAL_K: WebAssembly.Global;
  INITIAL_T: WebAssembly.Global;
  BELIEF: WebAssembly.Global;
  RULE: WebAssembly.Global;
  NOISE: WebAssembly.Global;
  hashReset(seed: bigint): void;
  hashWord(word: bigint): void;
  hashF64(value: number): void;
  hashDigest(): bigint;
}

export type Draw = (
  seedLow: number,
  seedHigh: number,
  tick: number,
  index: number,
  group: number,
  purpose: number,
  draw: number,
) => number;

function isStale(): boolean {
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  const sources = ['math', 'random'].flatMap((room) =>
    readdirSync(`${root}assembly/${room}`).map((file) => `${root}assembly/${room}/${file}`),
  );
  return [...sources, `${root}asconfig.json`].some((file) => statSync(file).mtimeMs >= time);
}

/** Compiles beside the target and renames, so that two test files at once never see half a module. */
function compile(): void {
  mkdirSync(`${root}build`, { recursive: true });
  const fresh = `build/math.${process.pid}.wasm`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/assemblyscript/bin/asc.js',
      'assembly/math/testing.ts',
      ...['--config', 'asconfig.json', '--target', 'math', '--outFile', fresh],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`asc failed on assembly/math/testing.ts:\n${stdout}${stderr}`);
  renameSync(`${root}${fresh}`, built);
}

export function mathModule(): WebAssembly.Module {
  if (isStale()) compile();
  return new WebAssembly.Module(readFileSync(built));
}

/** build/math.wasm, compiled first if its sources are newer. */
export function loadMath(): MathExports {
  return new WebAssembly.Instance(mathModule(), {}).exports as unknown as MathExports;
}
