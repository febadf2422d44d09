// The frameworks live in this folder's own node_modules, by this folder's own lockfile.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Installs what package-lock.json says if it is not there. Resolves to the contestants: none, with a word why, if it cannot be had. */
export async function loadPeers() {
  if (!existsSync(`${here}node_modules/.package-lock.json`)) {
    process.stderr.write('Installing AgentScript (GPL-3.0) and flocc into bench/peers/node_modules …\n');
    const { status, stderr, error } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
      cwd: here,
      encoding: 'utf8',
    });
    if (status !== 0) {
      process.stderr.write(`AgentScript and flocc are left out: ${error?.message ?? stderr.trim()}\n`);
      return [];
    }
  }
  return Promise.all([import('./agentscript.mjs'), import('./flocc.mjs')]);
}
