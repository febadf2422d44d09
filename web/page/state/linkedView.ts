import { HIDDEN_AT_FIRST } from '../../shared/benchmarks.ts';
import { PANELS, type PanelId } from '../../shared/protocol.ts';
import { seedCount, seedCounts, wantsBands } from './bands.ts';
import { hidden } from './benchmarks.ts';
import { areAxesShared, choose, isComparing, letterOf } from './beside.ts';
import { choiceNow, isAsAtFirst, openChoice } from './panels.ts';
import { hasLab, pinnedPlace, placeIn, placeText } from './pinned.ts';
import { chosen, scenario } from './scenario.ts';

/**
 * How the run is looked at, as an address says it before the #: ?panels=phase,chips, ?linear=1, ?bands=40, ?without=planned; of
 * two side by side ?side=B, the one that controls are about, and ?axes=apart; ?lab=1.2.17, the lab that is inspected. What is as
 * on a first visit is not said, and what is not said is as the reader has it.
 */
export type ViewWords = Record<
  'panels' | 'linear' | 'bands' | 'without' | 'side' | 'axes' | 'lab',
  string | null
>;

export function viewWords(): ViewWords {
  const { shown, isLinear } = choiceNow();
  const without = [...hidden.value].sort();
  const place = pinnedPlace.value;
  return {
    panels: isAsAtFirst(shown) ? null : shown.join(','),
    linear: isLinear ? '1' : null,
    bands: wantsBands.value ? String(seedCount.value) : null,
    without: without.join() === [...HIDDEN_AT_FIRST].sort().join() ? null : without.join(','),
    side: isComparing.value && chosen.value === 1 ? letterOf(1) : null,
    axes: isComparing.value && !areAxesShared.value ? 'apart' : null,
    lab: place && hasLab(scenario.value, place) ? placeText(place) : null,
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
  read('side', isComparing.value ? 'A or B' : 'A, for there is no second scenario', (text) => {
    if (text !== 'A' && !(text === 'B' && isComparing.value)) return false;
    choose(text === 'A' ? 0 : 1);
    return true;
  });
  read('axes', 'same or apart', (text) => {
    if (text !== 'same' && text !== 'apart') return false;
    areAxesShared.value = text === 'same';
    return true;
  });
  // After the side, whose lab it is.
  read('lab', 'economy, group and lab, each counted from 1, as in 1.2.17, of a lab that is there', (text) => {
    const place = placeIn(text);
    if (!place || !hasLab(scenario.value, place)) return false;
    pinnedPlace.value = place;
    return true;
  });
  return problems;
}
