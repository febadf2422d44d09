import { signal } from '@preact/signals';
import { encodeLink } from '../../../src/scenario/index.ts';
import { setupText } from '../../shared/sweep/setup.ts';
import { download } from '../exports/download.ts';
import { attempt } from '../exports/save.ts';
import { linkHere } from '../state/link.ts';
import { csv, experimentFile } from './conductor.ts';
import { isStale, shown } from './state.ts';

/** What becomes of a sweep: a link to its setup, its runs as a table, its experiment as a file. */

const copied = signal<string | null>(null);

/** The address of the sweep that is shown, with the scenario that it is of; null where that is too long for a link. */
function linkOf(): string | null {
  const of = shown.value;
  if (!of) return null;
  const here = linkHere({ sweep: setupText(of.setup) });
  if (here === null || !isStale.value) return here;
  const address = new URL(here);
  try {
    address.hash = encodeLink(of.scenario);
  } catch {
    return null; // a scenario with long lists of values
  }
  return address.href;
}

async function copy(): Promise<void> {
  const link = linkOf();
  try {
    if (link === null) throw new Error('too long');
    await navigator.clipboard.writeText(link);
    copied.value = 'Link copied';
  } catch {
    copied.value =
      link === null ? 'Too long for a link: take the experiment' : 'Copy it from the address bar';
  }
  setTimeout(() => {
    copied.value = null;
  }, 2500);
}

const nameOf = (): string => `${shown.value?.scenario.name ?? 'turnpike'}-sweep`;

const saveCsv = (): Promise<void> =>
  attempt('table', async () => download(`${nameOf()}.csv`, new Blob([await csv()], { type: 'text/csv' })));

const saveExperiment = (): Promise<void> =>
  attempt('experiment', async () =>
    download(`${nameOf()}.json`, new Blob([await experimentFile()], { type: 'application/json' })),
  );

export function Keep() {
  return (
    <div class="sweep-keep">
      <button type="button" class="button small" id="sweep-link" onClick={copy}>
        <span aria-live="polite">{copied.value ?? 'Copy link to this sweep'}</span>
      </button>
      <button type="button" class="button small" id="sweep-csv" onClick={saveCsv}>
        Every run <span class="unit">CSV</span>
      </button>
      <button type="button" class="button small" id="sweep-experiment" onClick={saveExperiment}>
        Experiment <span class="unit">JSON</span>
      </button>
      <p class="fine">
        On the command line the experiment goes on, with as many runs as you like:{' '}
        <code>npx turnpike sweep {nameOf()}.json --out results</code>
      </p>
    </div>
  );
}
