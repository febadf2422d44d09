import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { compiler } from '../contestants/native.mjs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Who measured, when and on what: one line. */
export function machine() {
  const processors = cpus();
  return [
    `Turnpike ${version}`,
    new Date().toISOString().slice(0, 10),
    `${processors[0].model.trim()}, ${processors.length} cores, load ${loadavg()[0].toFixed(1)} at the start`,
    `Node ${process.versions.node} (V8 ${process.versions.v8})`,
    compiler?.version ?? 'no C compiler',
  ].join(' · ');
}
