import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const module = fileURLToPath(new URL('../../web/options.mjs', import.meta.url));

/** A script with one option, given these words. */
function given(...words: string[]) {
  const script = `import { optionsOf } from ${JSON.stringify(module)};
    console.log(optionsOf('how to', { size: { type: 'string' } }).size);`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script, '--', ...words],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('the options of a script', () => {
  test('are what it was given', () => {
    expect(given('--size', '3')).toEqual({ status: 0, stdout: '3\n', stderr: '' });
  });

  test.each(['--help', '-h'])('%s says how it is used', (word) => {
    expect(given(word)).toEqual({ status: 0, stdout: 'how to\n', stderr: '' });
  });

  test.each([
    [['--colour'], "Unknown option '--colour'"],
    [['--size'], "Option '--size <value>' argument missing"],
    [['large'], "Unexpected argument 'large'. This command does not take positional arguments"],
  ])('%j is refused in a line, with how it is used', (words, line) => {
    expect(given(...words)).toEqual({ status: 2, stdout: '', stderr: `${line}\n\nhow to\n` });
  });
});
