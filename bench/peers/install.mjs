// The frameworks live in this folder's own node_modules, by this folder's own lockfile.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The frameworks' models by the method that they step by. */
const models = {
  euler: ['./agentscript.mjs', './flocc.mjs'],
  rungeKutta: ['./rungeKutta/agentscript.mjs', './rungeKutta/flocc.mjs'],
};

/**
 * Installs what package-lock.json says if it is not there. Resolves to the contestants that step by a method: none, with a word
 * why, if they cannot be had.
 */
export async function loadPeers(method = 'euler') {
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
  return Promise.all(models[method].map((file) => import(file)));
}
