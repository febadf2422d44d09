import { HIDDEN_AT_FIRST } from '../../shared/benchmarks.ts';
import { PANELS, type PanelId } from '../../shared/protocol.ts';
import { seedCount, seedCounts, wantsBands } from './bands.ts';
import { hidden } from './benchmarks.ts';
import { choiceNow, isAsAtFirst, openChoice } from './panels.ts';

/**
 * How the run is looked at, as an address says it before the #: ?panels=phase,chips, ?linear=1, ?bands=40, ?without=planned. What
 * is as on a first visit is not said, and what is not said is as the reader has it.
 */
export type ViewWords = Record<'panels' | 'linear' | 'bands' | 'without', string | null>;

export function viewWords(): ViewWords {
  const { shown, isLinear } = choiceNow();
  const without = [...hidden.value].sort();
  return {
    panels: isAsAtFirst(shown) ? null : shown.join(','),
    linear: isLinear ? '1' : null,
    bands: wantsBands.value ? String(seedCount.value) : null,
    without: without.join() === [...HIDDEN_AT_FIRST].sort().join() ? null : without.join(','),
  };
}

/** Names of benchmarks; which there are the worker knows. */
const NAMES = /^([A-Za-z][A-Za-z-]*(,[A-Za-z][A-Za-z-]*)*)?$/;

const isPanel = (name: string): name is PanelId => (PANELS as readonly string[]).includes(name);

/** Looks at the run as an address says. Returns what it could not make sense of; of that nothing is taken. */
export function openView(search: string): string[] {
  const query = new URLSearchParams(search);
  const problems: string[] = [];
  const read = (word: keyof ViewWords, allowed: string, take: (text: string) => boolean): void => {
    const text = query.get(word);
    if (text !== null && !take(text))
      problems.push(`${word}: got ${JSON.stringify(text.slice(0, 40))}; allowed: ${allowed}`);
  };
  read('panels', `some of ${PANELS.join(', ')}, with commas between them`, (text) => {
    const names = text.split(',');
    if (!names.every(isPanel)) return false;
    openChoice({ shown: PANELS.filter((panel) => names.includes(panel)) });
    return true;
  });
  read('linear', '1 or 0', (text) => {
    if (text !== '1' && text !== '0') return false;
    openChoice({ isLinear: text === '1' });
    return true;
  });
  read('bands', `${seedCounts.slice(0, -1).join(', ')} or ${seedCounts.at(-1)} seeds`, (text) => {
    if (!seedCounts.includes(Number(text)) || text !== String(Number(text))) return false;
    seedCount.value = Number(text);
    wantsBands.value = true;
    return true;
  });
  read('without', 'names of benchmarks, with commas between them', (text) => {
    if (text.length > 200 || !NAMES.test(text)) return false;
    hidden.value = text === '' ? [] : text.split(',');
    return true;
  });
  return problems;
}
