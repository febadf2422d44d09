import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/scenario/rules.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { decisionOf, inspectionOf } from '../../../web/worker/inspect.ts';
import { reasonFor, reasons } from '../../../web/worker/reasons/index.ts';
import { LabTrack } from '../../../web/worker/run/labTrack.ts';
import { Run } from '../../../web/worker/run/run.ts';
import { core, crowd, engineFor, hashesOf, scenario } from './lab.ts';

const never = () => 0;
const forward = (run: Run, intervals: number) => run.advance(intervals, never, 1);
/** Replays what a pin or a seek asked for. */
const arrive = (run: Run) => {
  while (run.isSeeking) run.advanceToGoal(never, 1);
};

/** A run whose lab at this place is followed from the start. */
function followed(of: Scenario, group = 0, lab = 0) {
  const run = new Run(core, of);
  expect(run.pin({ economy: 0, group, lab })).toBe(true);
  arrive(run);
  return run;
}

const spread = {
  K0: { distribution: 'lognormal', median: 1, spread: 1.5 },
  T0: { distribution: 'lognormal', median: 1, spread: 0.8 },
  cHat: { distribution: 'uniform', min: 0.6, max: 1.4 },
};

describe('why a lab chose its q', () => {
  it('is told of every rule', () => {
    expect(Object.keys(reasons).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  // A reason that names a q must name the one that was played. Plans cross the turnpike within ticks here, and reach their harvest.
  const told = [
    { type: 'fixed', q: 0.37 },
    { type: 'parity' },
    { type: 'turnpike' },
    { type: 'turnpike', horizon: 0.8 },
    { type: 'recedingHorizon', horizon: 0.4 },
    { type: 'recedingHorizon', horizon: null },
    { type: 'race', q: 0.2, gain: 1.7 },
    { type: 'freeRide', reliance: 0.8 },
    { type: 'hillClimb', q: 0.4, step: 0.07 },
    { type: 'hillClimb', q: 0.98, step: 0.3, yardstick: 'chips' },
    { type: 'imitate', q: 0.6 },
    { type: 'qLearning', exploration: 0.3 },
  ];
  it.each(told)('$type tells the q that the core played ($horizon)', (rule) => {
    const of = scenario({
      economy: { sigma: 0.2, a: 0.7, b: 1.3, w: 0.9 },
      clock: { h: 0.04, until: 1 },
      groups: [{ name: 'told', count: 12, rule, ...spread }],
    });
    let asked = 0;
    for (let lab = 0; lab < 12; lab++) {
      const run = followed(of, 0, lab);
      while (run.isRunning) {
        forward(run, 1);
        const decision = decisionOf(run.pinned!)!;
        const { words, wanted } = reasonFor(decision);
        // The host's powers against the core's own, and for plans the theory's elapsed clock against the rule's closed form.
        expect(Math.abs(wanted! - decision.after.q), `${words} at tick ${decision.after.tick}`).toBeLessThan(
          1e-9,
        );
        expect(words).not.toMatch(/NaN|undefined|–/);
        asked++;
      }
    }
    expect(asked).toBeGreaterThan(20);
  });

  it('tells of a best response to nobody what it plans, and to others what spills in', () => {
    const rule = { type: 'bestResponse' };
    const alone = followed(scenario({ groups: [{ name: 'lab', K0: 9, rule }] }));
    forward(alone, 4);
    const decision = decisionOf(alone.pinned!)!;
    expect(Math.abs(reasonFor(decision).wanted! - decision.after.q)).toBeLessThan(1e-9); // as above
    const many = followed(
      scenario({ economy: { sigma: 1 }, groups: [{ name: 'labs', count: 4, K0: 0.3, T0: 0.2, rule }] }),
    );
    forward(many, 1);
    expect(reasonFor(decisionOf(many.pinned!)!).words).toContain('4.00 times its own training');
  });

  it('names the one lab whose split was copied', () => {
    const of = scenario({
      clock: { h: 0.05, until: 3 },
      groups: [
        { name: 'models', count: 6, rule: { type: 'randomWalk' }, K0: 0.1, T0: 0.1 },
        {
          name: 'copies',
          rule: { type: 'imitate', q: 0.5, rate: 8, intensity: 0, mutation: 0.4 },
          K0: 0.1,
          T0: 0.1,
        },
      ],
    });
    const run = followed(of, 1);
    const said: string[] = [];
    while (run.isRunning) {
      const models = [...run.simulation.economies[0].groups[0].q];
      forward(run, 1);
      const { words, wanted } = reasonFor(decisionOf(run.pinned!)!);
      said.push(words);
      const named = /copied lab (\d) of “models”/.exec(words);
      if (named) expect(models[Number(named[1]) - 1]).toBe(wanted);
    }
    for (const kind of [/copied lab \d of “models”/, /with an error/, /kept its split/])
      expect(said.some((words) => kind.test(words))).toBe(true);
  });

  it('tells a hand that shook from a rule', () => {
    const of = scenario({ groups: [{ name: 'lab', noise: 0.1, rule: { type: 'fixed', q: 0.5 } }] });
    const run = followed(of);
    forward(run, 3);
    expect(inspectionOf(run)!.why.words).toMatch(/q = 0\.500 .*Its hand shook: 0\.500 became 0\.\d/);
  });

  it('tells where wear moves the turnpike, and who has left', () => {
    const worn = followed(
      scenario({ economy: { delta: 0.3 }, groups: [{ name: 'lab', K0: 9, rule: { type: 'turnpike' } }] }),
    );
    forward(worn, 1);
    expect(inspectionOf(worn)!.why.words).toMatch(/Chips are abundant/);
    const broke = followed(
      scenario({
        economy: { omega: 5, credit: 0.1 },
        clock: { h: 0.05, until: 1 },
        groups: [
          { name: 'poor', T0: 0.1 },
          { name: 'rich', omega: 0 },
        ],
      }),
    );
    forward(broke, 20);
    expect(inspectionOf(broke)!.why.words).toContain('the lab has left');
    expect(broke.pinned!.spot).toBeNull();
  });
});

describe('a pinned lab', () => {
  it('has the path it went, wherever it was pinned and however time was moved', () => {
    const place = { economy: 0, group: 0, lab: 1 };
    const run = new Run(core, crowd);
    const path: number[][] = [];
    const { groups } = run.simulation.economies[0];
    for (let step = 0; step <= 40; step++) {
      if (step > 0) forward(run, 1);
      path.push([run.simulation.economies[0].t, groups[0].K[1], groups[0].T[1]]);
    }
    run.pin(place);
    arrive(run);
    expect(run.position).toBe(40);
    const after = decisionOf(run.pinned!)!;
    expect(after.after.q).toBe(groups[0].q[1]);
    run.seek(16); // where a snapshot lies
    arrive(run);
    expect(run.position).toBe(16);
    expect(decisionOf(run.pinned!)!.before.tick).toBe(15);
    run.seek(40);
    arrive(run);
    const { t, K, T, q } = inspectionOf(run)!.history;
    expect([...t.keys()].map((i) => [t[i], K[i], T[i]])).toEqual(path);
    expect(q[0]).toBeNaN();
    expect(q[40]).toBe(groups[0].q[1]);
  });

  it('changes no bit of the run', () => {
    const run = followed(crowd, 1, 1);
    while (run.isRunning) {
      forward(run, 7);
      run.pin({ economy: 1, group: 0, lab: 0 });
      arrive(run);
    }
    const hashes = run.simulation.economies.map((economy) => [economy.name, economy.hash()]);
    expect(Object.fromEntries(hashes)).toEqual(hashesOf(crowd));
  });

  it('is still followed after a restart, and let go where the new run has none in its place', async () => {
    const { engine, clock, seen } = engineFor(crowd);
    expect(engine.pin({ economy: 1, group: 1, lab: 1 })).toBe(true);
    clock.frames();
    expect(seen.summary!.pinned).not.toBeNull();
    engine.reset();
    clock.frames();
    expect((await engine.inspect())!.place).toEqual({ economy: 1, group: 1, lab: 1 });
    engine.load(core, [scenario({})]);
    clock.frames();
    expect(await engine.inspect()).toBeNull();
    expect(engine.pin({ economy: 0, group: 0, lab: 1 })).toBe(false);
    expect(seen.summary!.pinned).toBeNull();
  });
});

it('is told once its past has been replayed, not before', async () => {
  const { engine, clock } = engineFor(crowd);
  for (let step = 0; step < 9; step++) engine.step();
  clock.frames();
  engine.pin({ economy: 0, group: 1, lab: 0 });
  const asked = engine.inspect();
  clock.frames();
  const { t, history, why } = (await asked)!;
  expect(t).toBeCloseTo(0.45, 12); // 9 ticks of 0.05, rounded once
  expect(history.t).toHaveLength(10);
  expect(why.words).toMatch(/abundant|turnpike/);
});

describe('a track', () => {
  it('stays bounded, in order and evenly spaced, and takes nothing twice', () => {
    const track = new LabTrack(16);
    for (let position = 0; position < 1000; position++) {
      track.push(position, position, 1, 1, 1);
      track.push(position, -1, 1, 1, 1);
    }
    const { t } = track.columns();
    expect(t.length).toBeLessThanOrEqual(16);
    expect(t.length).toBeGreaterThanOrEqual(8);
    expect([...t]).toEqual([...t.keys()].map((i) => i * 64));
  });
});
