import type { Core } from '../../../src/core/core.ts';
import type { Classification } from '../../../src/experiment/analysis/regimes.ts';
import {
  type Experiment,
  type Failure,
  type Hire,
  Plan,
  type RunRecord,
  runsTable,
  sweep,
} from '../../../src/experiment/index.ts';
import { csvWriter } from '../../../src/experiment/results/csv.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import type { SweepPlan } from '../../shared/sweep/protocol.ts';
import { roomFor, type SweptRuns, statuses, widthsOf } from '../../shared/sweep/results.ts';
import { described, regimesOf, regimesShown } from './measures.ts';
import { coarseFirst } from './order.ts';

/** Where, when and why, in a line. */
function reasonOf({ economy, tick, reason }: Failure): string {
  const where = economy === null ? '' : `${economy}: `;
  const when = tick === null || /\btick\b/.test(reason) ? '' : ` after tick ${tick}`;
  return `${where}${reason}${when}`;
}

/** One sweep: its runs, made in an order that shows the whole early, and kept. */
export class Conduct {
  readonly experiment: Experiment;
  readonly shown: SweepPlan;
  readonly #core: Core;
  readonly #plan: Plan;
  readonly #order: readonly number[];
  readonly #records: (RunRecord | undefined)[];
  readonly #classifications: readonly (readonly Classification[])[];

  /** experiment: from `experimentOf`. */
  constructor(core: Core, experiment: Experiment) {
    this.experiment = experiment;
    this.#core = core;
    this.#plan = new Plan(experiment);
    this.#records = new Array(this.#plan.runs);
    const { scenario, replications, measures } = experiment;
    const economies = regimesOf(scenario);
    this.#classifications = economies.map(({ classifications }) => classifications);
    const [xs, ys = null] = this.#levels();
    this.shown = {
      xs,
      ys,
      seeds: replications.count,
      runs: this.#plan.runs,
      measures: described(measures.summary, scenario),
      economies: economies.map(({ name, classifications }) => ({
        name,
        classifications: regimesShown(classifications),
      })),
    };
    const cells = coarseFirst(xs.length, ys?.length ?? 1);
    this.#order = Array.from({ length: replications.count }, (_, replication) =>
      cells.map((cell) => cell * replications.count + replication),
    ).flat();
  }

  /** The values of each factor, as they occur. */
  #levels(): number[][] {
    const found = this.experiment.factors.map(() => new Set<number>());
    const { count } = this.experiment.replications;
    for (let point = 0; point < this.#plan.points; point++)
      this.#plan.run(point * count).values.forEach((value, i) => {
        found[i].add(Number(value));
      });
    return found.map((values) => [...values]);
  }

  /** Runs that are not made yet, in the order in which they will be. */
  get left(): number[] {
    return this.#order.filter((run) => this.#records[run] === undefined);
  }

  /** Makes the runs that are left on workers of `hire`; ends with all made, or quietly where `signal` aborts. */
  async run(
    { hire, workers, signal }: { hire: Hire; workers: number; signal: AbortSignal },
    onRun: (record: RunRecord) => void,
  ): Promise<void> {
    const options = { core: this.#core, hire, workers, signal, runs: this.left };
    try {
      for await (const record of sweep(this.experiment, options)) {
        this.#records[record.run] = record;
        onRun(record);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Runs as they go to the page. */
  packed(records: readonly RunRecord[]): SweptRuns {
    const { measures, regimes: kinds, economies: width } = widthsOf(this.shown);
    const packed = roomFor(this.shown, records.length);
    records.forEach(({ economies, parameters }, i) => {
      economies.forEach(({ status, values }, e) => {
        const at = i * width + e;
        packed.statuses[at] = statuses.indexOf(status);
        const number = (name: string) => (typeof values[name] === 'number' ? values[name] : Number.NaN);
        this.shown.measures.forEach(({ id }, m) => {
          packed.values[at * measures + m] = number(id);
        });
        this.#classifications[e].forEach(({ classify }, c) => {
          const regime = classify({ status, value: number, parameter: (factor) => parameters[factor] });
          packed.regimes[at * kinds + c] = regime ?? -1;
        });
      });
    });
    return {
      ...packed,
      runs: Int32Array.from(records, ({ run }) => run),
      failures: records.flatMap(({ run, failure }) => (failure ? [[run, reasonOf(failure)] as const] : [])),
    };
  }

  /** The complete scenario of a run. ScenarioError where it is not legal. */
  scenarioOf(run: number): Scenario {
    return this.#plan.scenario(this.#plan.run(run));
  }

  /** The table of the runs made so far, in their order: the bytes that `turnpike sweep` writes. */
  async csv(): Promise<string> {
    const table = runsTable(this.experiment, this.#core.hash);
    const parts: string[] = [];
    const decoder = new TextDecoder();
    const writer = csvWriter(table.columns, async (bytes) => void parts.push(decoder.decode(bytes)));
    const rows = this.#records.flatMap((record) => (record ? [...table.rows(record)] : []));
    if (rows.length > 0)
      await writer.write(table.columns.map((_, column) => rows.map((cells) => cells[column])));
    await writer.close();
    return parts.join('');
  }
}
