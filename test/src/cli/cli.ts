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
  /** Asks after every piece of stdout; Ctrl-C is sent once it says yes. */
  interruptWhen?: (stdout: string) => boolean;
}

/** Runs `turnpike …args` as a process of its own, with pipes for streams. */
export function turnpike(
  args: readonly string[],
  { stdin, cwd, interruptWhen }: Ways = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd, stdio: 'pipe' });
    const outcome: Outcome = { code: null, stdout: '', stderr: '' };
    let isInterrupted = false;
    child.stdout.on('data', (text) => {
      outcome.stdout += text;
      if (isInterrupted || !interruptWhen?.(outcome.stdout)) return;
      isInterrupted = true;
      child.kill('SIGINT');
    });
    child.stderr.on('data', (text) => {
      outcome.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...outcome, code }));
    // A process that refuses its arguments ends before it reads.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin ?? '');
  });
}

/** Runs it with --json and reads what it prints. */
export async function turnpikeJson(args: readonly string[], ways: Ways = {}) {
  const { code, stdout, stderr } = await turnpike([...args, '--json'], ways);
  if (code !== 0) throw new Error(`turnpike ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}

/** A record read back: the comments by their key, and every row by its columns. */
export function readCsv(text: string): { comments: Record<string, string>; rows: Record<string, string>[] } {
  const lines = text.trimEnd().split('\n');
  const comments = lines
    .filter((line) => line.startsWith('# '))
    .map((line) => /^# ([^:]+): (.*)$/.exec(line)!);
  const [head, ...body] = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(','));
  return {
    comments: Object.fromEntries(comments.map(([, key, value]) => [key, value])),
    rows: body.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i]]))),
  };
}
