const every = (ticks: number, name: string) => ({ name, set: { 'economy.releaseEvery': ticks } });

/** Between releases T̂ stands still and K grows at (1−q)·T̂; on the turnpike, continuous release blows up at 3. */
export const releaseCadence = {
  name: 'release-cadence',
  title: 'Models released now and then',
  lookFor:
    'Between releases growth is exponential and at each it steps up: at t = 3, when continuous release blows up, K stands at 190 with a release every 0.25, at 72 with one every 0.5, at 29 with one every 1, and at 30 with one whenever T has doubled.',
  units: { time: 'time units', chips: 'K₀', training: 'T₀' },
  clock: { until: 3.3 },
  economy: { releaseEvery: 10 },
  groups: [{ name: 'lab', rule: { type: 'fixed', q: 0.3333 } }],
  variants: [
    every(0, 'continuous'),
    every(5, 'every 0.25'),
    every(20, 'every 1'),
    { name: 'T doubled', set: { 'economy.releaseEvery': 0, 'economy.releaseGrowth': 2 } },
  ],
};
