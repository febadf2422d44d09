import { accuracy } from './accuracy.mjs';
import { euler, paper } from './contestants.mjs';
import { ensembles } from './ensemble.mjs';
import { mechanisms, reinvestment, rules } from './mechanisms.mjs';
import { memory } from './memory.mjs';
import { off } from './off.mjs';
import { profile } from './profile.mjs';
import { recording } from './recording.mjs';
import { sizes } from './sizes.mjs';
import { workers } from './workers.mjs';

/** Parts of the bench by name: each takes the options and resolves to { text }, Markdown. */
export const parts = {
  paper,
  euler,
  accuracy,
  sizes,
  ensembles,
  mechanisms,
  rules,
  reinvestment,
  off,
  recording,
  workers,
  memory,
  profile,
};
