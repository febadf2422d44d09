import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command line, as it is installed. */
export const main = fileURLToPath(new URL('../../../build/lib/cli/main.js', import.meta.url));

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Ways {
  stdin?: string;
  cwd?: string;
  /** Sends this signal after so many ms. */
  interrupt?: { signal: NodeJS.Signals; after: number };
}

/** Runs `turnpike …args` as a process of its own, with pipes for streams. */
export function turnpike(args: readonly string[], { stdin, cwd, interrupt }: Ways = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd, stdio: 'pipe' });
    const outcome: Outcome = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (text) => {
      outcome.stdout += text;
    });
    child.stderr.on('data', (text) => {
      outcome.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...outcome, code }));
    child.stdin.on('error', () => {});
    child.stdin.end(stdin ?? '');
    if (interrupt) setTimeout(() => child.kill(interrupt.signal), interrupt.after);
  });
}

/** Runs it with --json and reads what it prints. */
export async function turnpikeJson(args: readonly string[], ways: Ways = {}) {
  const { code, stdout, stderr } = await turnpike([...args, '--json'], ways);
  if (code !== 0) throw new Error(`turnpike ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}
