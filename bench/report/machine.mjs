import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Who measured, when, on what and with what: one line. */
export function machine(engine) {
  const processors = cpus();
  return [
    `Turnpike ${version}`,
    new Date().toISOString().slice(0, 10),
    `${processors[0].model.trim()}, ${processors.length} cores, load ${loadavg()[0].toFixed(1)} at the start`,
    engine,
  ].join(' · ');
}
