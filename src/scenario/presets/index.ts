import { refusal } from '../errors.ts';
import { didYouMean } from '../near.ts';
import type { Scenario } from '../types.ts';
import { parseScenario } from '../validate.ts';
import { cashNow } from './cash-now.ts';
import { chipDrought } from './chip-drought.ts';
import { commons } from './commons.ts';
import { copycats } from './copycats.ts';
import { figure1 } from './figure-1.ts';
import { foresight } from './foresight.ts';
import { fragmented } from './fragmented.ts';
import { freeRiders } from './free-riders.ts';
import { frontierFive } from './frontier-five.ts';
import { frontierFiveFab } from './frontier-five-fab.ts';
import { glut } from './glut.ts';
import { learners } from './learners.ts';
import { parityVsTurnpike } from './parity-vs-turnpike.ts';
import { raceToTheTop } from './race-to-the-top.ts';
import { releaseCadence } from './release-cadence.ts';
import { shakeOut } from './shake-out.ts';
import { shortLivedModels } from './short-lived-models.ts';
import { softWall } from './soft-wall.ts';
import { techniques } from './techniques.ts';
import { byTopic, type PresetTopic } from './topics.ts';
import { wrongBeliefs } from './wrong-beliefs.ts';

/** A preset as written: only what differs from the defaults, and its words. */
export interface PresetData {
  name: string;
  title: string;
  lookFor: string;
  [key: string]: unknown;
}

/** In the order in which the page offers them. Links name presets: one that is published keeps its numbers. */
export const presets: readonly PresetData[] = [
  figure1,
  parityVsTurnpike,
  fragmented,
  foresight,
  wrongBeliefs,
  commons,
  frontierFive,
  chipDrought,
  glut,
  softWall,
  copycats,
  learners,
  releaseCadence,
  shakeOut,
  shortLivedModels,
  frontierFiveFab,
  raceToTheTop,
  cashNow,
  freeRiders,
  techniques,
];

/** The complete scenario of a preset. ScenarioError if there is none of that name. */
export function preset(name: string): Scenario {
  const found = presets.find((data) => data.name === name);
  const names = presets.map((data) => data.name);
  if (!found) throw refusal('preset', `"${name}"`, names.join(', ') + didYouMean(name, names));
  return parseScenario(found);
}

/** The same under headings, for a reader who looks for something. */
export const presetTopics: readonly PresetTopic[] = byTopic(presets);
