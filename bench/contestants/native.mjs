// Contestants in C: compiled here, run as programs that take commands, timed by their own clock.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const source = (file) => fileURLToPath(new URL(`../native/${file}`, import.meta.url));
const folder = fileURLToPath(new URL('../../build/bench/', import.meta.url));

/** The compiler and its version, or null. CC names another. */
export const compiler = findCompiler();

function findCompiler() {
  for (const command of [process.env.CC, 'cc', 'gcc', 'clang'].filter(Boolean)) {
    try {
      const version = execFileSync(command, ['--version'], { encoding: 'utf8', stdio: 'pipe' });
      return { command, version: version.split('\n')[0].trim() };
    } catch {
      // The next one, then.
    }
  }
  return null;
}

/** Doubles in this machine's widest vector. */
function widest() {
  const macros = execFileSync(compiler.command, ['-march=native', '-dM', '-E', '-x', 'c', '/dev/null'], {
    encoding: 'utf8',
  });
  return macros.includes('__AVX512F__') ? 8 : macros.includes('__AVX2__') ? 4 : 2;
}

/** Instructions of V8's own f64x2 code where the compiler would do with less. */
const asV8 = process.arch === 'x64' ? ['-mavx'] : [];

function compile(name, file, flags) {
  mkdirSync(folder, { recursive: true });
  const program = folder + name;
  execFileSync(
    compiler.command,
    ['-O3', '-Wall', ...flags, source('program.c'), source(file), '-lm', '-o', program],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return program;
}

/** Starts a program; `ask` sends one line and resolves to the line it answers with. */
function converse(program) {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(line) {
      child.stdin.write(`${line}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} ended at "${line}"`);
      return value;
    },
    close: () => child.stdin.end(),
  };
}

function contestant(economy, name, file, flags) {
  const program = compile(`${file.replace('.c', '')}-${flags.join('')}`.replace(/[^\w-]/g, ''), file, flags);
  return {
    name,
    async create(N, h) {
      const { ask, close } = converse(program);
      const numbers = [h, economy.c, economy.sigma(N), economy.delta, economy.scale(N), ...economy.splits];
      await ask(`create ${N} ${numbers.join(' ')}`);
      return {
        time: async (ticks) => Number(await ask(`run ${ticks}`)) / 1e6,
        observe: async () => (await ask('observe')).split(' ').map(Number),
        close,
      };
    },
  };
}

/** The core's algorithm at the core's vector width, and at this machine's with everything its instructions give. */
export function sameAlgorithm(economy, file) {
  const lanes = widest();
  return [
    contestant(economy, 'C, same algorithm, 128-bit vectors, no FMA', file, [
      ...asV8,
      '-ffp-contract=off',
      '-DLANES=2',
    ]),
    contestant(economy, `C, same algorithm, ${lanes * 64}-bit vectors, -march=native`, file, [
      '-march=native',
      `-DLANES=${lanes}`,
    ]),
  ];
}

/** What a C programmer writes for a compiler that may do anything. */
export const unleashed = (economy, file) =>
  contestant(economy, 'C, libm, -O3 -march=native -ffast-math -fopenmp-simd', file, [
    '-march=native',
    '-ffast-math',
    '-fopenmp-simd',
  ]);
