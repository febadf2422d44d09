// Finds a Redis server. Plain JavaScript, so that scripts outside the tests can use it too.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, installWithApt } from '../apt.mjs';

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a redis-server (or its fork valkey-server) that is already there, or null. */
export function locateRedis({ env = process.env } = {}) {
  if (env.REDIS_SERVER) {
    if (isExecutable(env.REDIS_SERVER)) return env.REDIS_SERVER;
    throw new Error(`REDIS_SERVER names ${env.REDIS_SERVER}, which is not a program`);
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].filter(Boolean);
  const candidates = ['redis-server', 'valkey-server'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  return candidates.find(isExecutable) ?? null;
}

/** Path of a Redis server; on Debian and Ubuntu installs it if run as root. Otherwise throws one line on what to install. */
export function findRedis() {
  const found = locateRedis();
  if (found) return found;
  if (canInstall()) {
    console.log('No redis-server here: installing the package with apt-get …');
    installWithApt(['redis-server'], { lean: true });
    const installed = locateRedis();
    if (installed) return installed;
  }
  throw new Error(
    'No redis-server found: install one (Debian, Ubuntu: sudo apt install redis-server), or set REDIS_SERVER to it.',
  );
}
