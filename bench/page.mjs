// The built page against its bars, measured in the system's Chromium: npm run bench:page. Times are wall-clock and so depend on
// what else the machine does; where a thread's own CPU time says more, both are shown.
import { cpus, loadavg } from 'node:os';
import { openSite } from '../test/browser/browser.mjs';
import { optionsOf } from '../web/options.mjs';
import { measureFrames } from './page/frames.mjs';
import { measureLinks } from './page/links.mjs';
import { measureRewind } from './page/rewind.mjs';
import { measureStart } from './page/start.mjs';

const measurements = {
  start: measureStart,
  frames: measureFrames,
  rewind: measureRewind,
  links: measureLinks,
};

const help = `npm run bench:page [-- --only part,part] [--states n]
  --only     these parts instead of all: ${Object.keys(measurements).join(', ')}
  --states   so many random scenarios for the links; 200`;
const values = optionsOf(help, { only: { type: 'string' }, states: { type: 'string', default: '200' } });
const names = values.only?.split(',') ?? Object.keys(measurements);
const unknown = names.filter((name) => !(name in measurements));
if (unknown.length > 0) {
  console.error(`--only: got ${unknown.join()}; allowed: ${Object.keys(measurements).join()}`);
  process.exit(2);
}

const load = loadavg()[0].toFixed(1);
console.log(`${cpus()[0].model.trim()}, ${cpus().length} cores, load ${load}, Node ${process.version}\n`);
console.log('| what | bar | measured | |\n|---|---:|---:|---|');
let isMet = true;
for (const name of names) {
  const site = await openSite();
  try {
    for (const { what, most, value, unit, note = '' } of await measurements[name](site, {
      states: Number(values.states),
    })) {
      const isOver = most !== null && !(value <= most);
      if (isOver) isMet = false;
      const bar = most === null ? '' : `≤ ${most} ${unit}`;
      console.log(`| ${what} | ${bar} | ${value} ${unit} | ${isOver ? '**over** ' : ''}${note} |`);
    }
  } finally {
    await site.close();
  }
}
process.exit(isMet ? 0 : 1);
