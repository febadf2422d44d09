import type { Core } from '../core/core.ts';
import type { EconomyView } from '../core/economyView.ts';
import { Ensemble, type Replica } from '../core/ensemble.ts';
import type { Row } from '../core/row.ts';
import { Simulation } from '../core/simulation.ts';
import { benchmarksOf, watchesOf } from '../measure/index.ts';
import { economiesOf } from '../scenario/economies.ts';
import type { EconomySpec, Scenario } from '../scenario/types.ts';
import { Identity } from './identity.ts';
import { groupsOf } from './measures/groups.ts';
import { seriesMeasure } from './measures/series.ts';
import { summaryMeasure } from './measures/summary.ts';
import { type Kept, messageOf, Notes, type Seers } from './notes.ts';
import { Plan, type PlannedRun } from './plan.ts';
import { play, playTogether } from './play.ts';
import type { EconomyRecord, Experiment, Failure, RunRecord, Stage } from './types.ts';

/** A run that was made, not yet written down. */
interface Made {
  planned: PlannedRun;
  economies: readonly EconomyRecord[];
  failure: Failure | null;
}

/** A run that shares an ensemble with others. */
interface Member {
  planned: PlannedRun;
  scenario: Scenario;
  specs: readonly EconomySpec[];
  /** Place of its first economy in the ensemble. */
  first: number;
  notes: Notes;
}

/** Most runs that share an ensemble, and labs of a run that does: those with more fill the core's vectors by themselves. */
const MOST_TOGETHER = 64;
const FEW_LABS = 64;

const made = ({ planned, notes }: Pick<Member, 'planned' | 'notes'>): Made => ({
  planned,
  economies: notes.economies,
  failure: notes.failures[0] ?? null,
});

const failed = (planned: PlannedRun, stage: Stage, error: unknown): Made => ({
  planned,
  economies: [],
  failure: { stage, economy: null, tick: null, reason: messageOf(error) },
});

/**
 * Makes the runs of one experiment, in two instances of the core: one for runs by themselves, one for small ones together. What
 * goes wrong in a run becomes part of its record: where, after which tick and why.
 */
export class Runner {
  readonly plan: Plan;
  readonly identity: Identity;
  readonly #core: Core;
  readonly #kept: Kept;
  readonly #needsBenchmark: boolean;
  readonly #needsWatch: boolean;
  /** The last simulation and ensemble, whose instances the next ones take over. */
  #spent: Simulation | null = null;
  #spentEnsemble: Ensemble | null = null;
  /** What a run took, in ms, of those that were last made together; null before the first. */
  #cost: number | null = null;

  /** experiment: validated. */
  constructor(core: Core, experiment: Experiment) {
    this.plan = new Plan(experiment);
    this.identity = new Identity(experiment, core.hash);
    this.#core = core;
    const groups = groupsOf(experiment.scenario);
    const { summary, series } = experiment.measures;
    this.#kept = {
      summary: summary.flatMap((name) => summaryMeasure(name, groups) ?? []),
      series: (series?.of ?? []).flatMap((name) => seriesMeasure(name, groups) ?? []),
    };
    const kept = [...this.#kept.summary, ...this.#kept.series];
    this.#needsBenchmark = kept.some((measure) => measure.needsBenchmark);
    this.#needsWatch = kept.some((measure) => measure.needsWatch);
  }

  /** Makes one run. Never throws for what happens in it. */
  run(number: number): RunRecord {
    return this.#record(this.#alone(this.plan.run(number)));
  }

  /**
   * Makes runs, in order, until so many ms are over: one at least. What is only to be written down is left for the end: after
   * a run in the core a processor has to fetch that code anew, and every time that takes about as long as the writing.
   */
  runFor(numbers: readonly number[], ms: number): RunRecord[] {
    const started = performance.now();
    const all: Made[] = [];
    for (let spent = 0; all.length < numbers.length && (all.length === 0 || spent <= ms); ) {
      const count = this.#canShare ? this.#affordable(ms - spent) : 1;
      const planned = numbers.slice(all.length, all.length + count).map((number) => this.plan.run(number));
      all.push(...this.#together(planned));
      const now = performance.now() - started;
      this.#cost = (now - spent) / planned.length;
      spent = now;
    }
    return all.map((one) => this.#record(one));
  }

  /** How many runs to make together in so many ms: one at least, and one to see what it takes. */
  #affordable(ms: number): number {
    if (this.#cost === null) return 1;
    if (this.#cost === 0) return MOST_TOGETHER;
    return Math.max(1, Math.min(MOST_TOGETHER, Math.floor(ms / this.#cost)));
  }

  #record({ planned, economies, failure }: Made): RunRecord {
    const { run, point, replication, seed } = planned;
    const parameters = this.plan.parameters(planned);
    const key = this.identity.key(planned);
    return { run, point, replication, seed, parameters, key, economies, failure };
  }

  /** Nobody follows runs tick by tick, and none ends before its time. */
  get #canShare(): boolean {
    return !this.#needsWatch && this.plan.experiment.stop.K === null;
  }

  #alone(planned: PlannedRun): Made {
    let stage: Stage = 'scenario';
    try {
      const scenario = this.plan.scenario(planned);
      stage = 'start';
      const spent = this.#spent;
      // What is left in an instance when anything goes wrong, a trap in the core, say, is not to be trusted.
      this.#spent = null;
      const simulation = new Simulation(this.#core, scenario, spent);
      stage = 'measure';
      const seers = this.#seersOf(simulation);
      stage = 'run';
      const notes = new Notes(this.#kept, seers, simulation.economies.length);
      const { measures, stop } = this.plan.experiment;
      const onRow = this.#needsWatch ? (row: Row) => seers.watches[row.economy].see(row) : null;
      play(
        simulation,
        { every: measures.series?.every ?? null, K: stop.K, onRow },
        (economy) => notes.keep(economy),
        (economy, isStopped) => notes.end(economy, isStopped),
      );
      this.#spent = simulation;
      return made({ planned, notes });
    } catch (error) {
      return failed(planned, stage, error);
    }
  }

  #seersOf(simulation: Simulation): Seers {
    const benchmarks = this.#needsBenchmark ? benchmarksOf(simulation) : [];
    return { benchmarks, watches: this.#needsWatch ? watchesOf(simulation, benchmarks) : [] };
  }

  /** Makes runs side by side where they can be; each has the bits it has alone. */
  #together(runs: readonly PlannedRun[]): Made[] {
    const results = new Map<PlannedRun, Made>();
    if (runs.length > 1) {
      const members = runs.flatMap((planned) => this.#memberOf(planned) ?? []);
      try {
        for (const one of this.#share(members)) results.set(one.planned, one);
      } catch {
        // One of them is to blame: by themselves it will show which.
        this.#spentEnsemble = null;
      }
    }
    return runs.map((planned) => results.get(planned) ?? this.#alone(planned));
  }

  /** Null for a run that does not go well with others: with many labs, with forks, or with a scenario that is refused. */
  #memberOf(planned: PlannedRun): Omit<Member, 'first' | 'notes'> | null {
    try {
      const scenario = this.plan.scenario(planned);
      const specs = economiesOf(scenario);
      const labs = scenario.groups.reduce((sum, { count }) => sum + count, 0);
      return labs <= FEW_LABS && specs.every(({ from }) => from === 0) ? { planned, scenario, specs } : null;
    } catch {
      return null;
    }
  }

  #share(members: readonly Omit<Member, 'first' | 'notes'>[]): Made[] {
    if (members.length < 2) return [];
    const replicas = members.flatMap(({ scenario, specs }): Replica[] =>
      specs.map((spec) => ({ spec, seed: scenario.seed })),
    );
    const spent = this.#spentEnsemble;
    this.#spentEnsemble = null;
    const ensemble = new Ensemble(this.#core, replicas, spent);
    const notesOf: Notes[] = [];
    let first = 0;
    const noted = members.map(({ planned, specs }) => {
      const economies = ensemble.economies.slice(first, first + specs.length);
      const benchmarks = this.#needsBenchmark ? benchmarksOf({ economies }) : [];
      const notes = new Notes(this.#kept, { benchmarks, watches: [] }, specs.length, first);
      for (const { index } of economies) notesOf[index] = notes;
      first += specs.length;
      return { planned, notes };
    });
    playTogether(
      ensemble,
      this.plan.experiment.measures.series?.every ?? null,
      (economy: EconomyView) => notesOf[economy.index].keep(economy),
      (economy: EconomyView) => notesOf[economy.index].end(economy, false),
    );
    this.#spentEnsemble = ensemble;
    return noted.map(made);
  }
}
