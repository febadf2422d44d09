import type { PresetData } from './index.ts';

/** Under which heading each preset stands, in the order of a reader who goes from the paper's lab to the whole industry. */
const topics: readonly { title: string; names: readonly string[] }[] = [
  { title: 'The paper economy', names: ['figure-1', 'parity-vs-turnpike'] },
  { title: 'Foresight and beliefs', names: ['foresight', 'wrong-beliefs'] },
  { title: 'Learning', names: ['copycats', 'learners'] },
  {
    title: 'Sharing and competition',
    names: ['fragmented', 'commons', 'free-riders', 'cash-now', 'race-to-the-top', 'shake-out'],
  },
  {
    title: 'Limits and markets',
    names: ['chip-drought', 'glut', 'soft-wall', 'techniques', 'release-cadence', 'short-lived-models'],
  },
  { title: 'Estimates of real labs', names: ['frontier-five', 'frontier-five-fab'] },
];

export interface PresetTopic {
  readonly title: string;
  readonly presets: readonly PresetData[];
}

/** Presets by topic; those without one come last. */
export function byTopic(presets: readonly PresetData[]): PresetTopic[] {
  const found = topics.map(({ title, names }) => ({
    title,
    presets: names.flatMap((name) => presets.filter((preset) => preset.name === name)),
  }));
  const rest = presets.filter(({ name }) => !topics.some(({ names }) => names.includes(name)));
  return rest.length > 0 ? [...found, { title: 'More', presets: rest }] : found;
}
