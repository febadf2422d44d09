import { signal } from '@preact/signals';
import { wantsLessMotion } from '../flags.ts';
import { isComparing, letterOf } from '../state/beside.ts';
import { chosen, scenario } from '../state/scenario.ts';
import { releaseLab, scenarioOf } from './conductor.ts';
import { progress, type Shown, trouble } from './state.ts';

/** The run that was opened last, for those who listen; null: none. */
export const opened = signal<string>('');

/** Opens the first run of a cell in the lab: its very scenario and seed. An undo brings back what was there. */
export async function openCell(of: Shown, cell: number): Promise<void> {
  const run = cell * of.plan.seeds;
  try {
    scenario.value = await scenarioOf(run);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Errors that cross threads keep their words, not their class.
    trouble.value = `Run ${run} cannot be opened: ${error.message}`;
    return;
  }
  if (progress.value.phase === 'running') releaseLab();
  const where = isComparing.value ? `as ${letterOf(chosen.value)}` : 'in the lab';
  opened.value = `Run ${run} is open ${where} above. Undo (Ctrl+Z) brings back what was there.`;
  const behavior = wantsLessMotion() ? 'auto' : 'smooth';
  document.querySelector('.stage')?.scrollIntoView({ block: 'start', behavior });
}
