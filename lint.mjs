// Biome on everything: node lint.mjs says what is wrong, node lint.mjs --write mends what it safely can.
// On functions Biome's parser refuses AssemblyScript's decorators (@inline), so the core is looked at in a copy,
// build/lint, where they stand as comments.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const copy = join(root, 'build/lint');
const isWriting = process.argv.includes('--write');

/** Runs Biome in a folder; its words go where ours go. Returns whether it is content. */
function biome(folder, ...args) {
  const script = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const words = [script, ...(isWriting ? ['check', '--write'] : ['ci']), '--error-on-warnings', ...args];
  return spawnSync(process.execPath, words, { cwd: folder, stdio: 'inherit' }).status === 0;
}

/** Copies the core's files from one folder to another, each line changed. */
function copyCore(from, to, pattern, replacement) {
  cpSync(join(from, 'assembly'), join(to, 'assembly'), {
    recursive: true,
    filter: (source, target) => {
      if (!source.endsWith('.ts')) return true;
      const text = readFileSync(source, 'utf8').replace(pattern, replacement);
      if (to === copy || text !== readFileSync(target, 'utf8')) writeFileSync(target, text);
      return false;
    },
  });
}

rmSync(copy, { recursive: true, force: true });
copyCore(root, copy, /^( *)(@[a-z]+)$/gm, '$1// $2');
const { files: _, ...config } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
writeFileSync(join(copy, 'biome.json'), JSON.stringify(config));

const results = [biome(root, '.'), biome(copy, '--vcs-enabled=false', 'assembly')];
if (isWriting) copyCore(copy, root, /^( *)\/\/ (@[a-z]+)$/gm, '$1$2');
process.exit(results.every(Boolean) ? 0 : 1);
