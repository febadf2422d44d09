import { afterEach, describe, expect, test, vi } from 'vitest';
import { encodeLine, Lines } from '../../../../src/experiment/journal/line.ts';
import type { FromWorker, Hire, ToWorker, WorkerPort } from '../../../../src/experiment/pool/protocol.ts';
import { serve } from '../../../../src/experiment/pool/serve.ts';
import { Runner } from '../../../../src/experiment/runner.ts';
import { sweep } from '../../../../src/experiment/sweep.ts';
import type { RunRecord } from '../../../../src/experiment/types.ts';
import { core } from '../../core/harness.ts';
import { experimentOf } from '../sample.ts';

/** A worker on this thread. It dies when it is asked for a run that `kills` names, as many times as that says. */
class Colleague implements WorkerPort {
  #toPool: (message: FromWorker) => void = () => {};
  #toWorker: (message: ToWorker) => void = () => {};
  #die: (reason: string) => void = () => {};
  #isEnded = false;
  readonly #kills: Map<number, number>;
  readonly #onEnd: () => void;

  constructor(kills: Map<number, number>, onEnd: () => void) {
    this.#kills = kills;
    this.#onEnd = onEnd;
    serve({
      post: (message) => this.#later(() => this.#toPool(message)),
      onMessage: (listener) => {
        this.#toWorker = listener;
      },
    });
  }

  #later(act: () => void): void {
    setImmediate(() => {
      if (!this.#isEnded) act();
    });
  }

  post(message: ToWorker): void {
    this.#later(() => {
      const victim = message.kind === 'run' && message.runs.find((run) => (this.#kills.get(run) ?? 0) > 0);
      if (typeof victim !== 'number') return this.#toWorker(message);
      this.#kills.set(victim, this.#kills.get(victim)! - 1);
      // What it said before is still heard.
      this.#later(() => {
        this.#isEnded = true;
        this.#die('out of memory');
      });
    });
  }

  onMessage(listener: (message: FromWorker) => void): void {
    this.#toPool = listener;
  }

  onDeath(listener: (reason: string) => void): void {
    this.#die = listener;
  }

  end(): void {
    this.#isEnded = true;
    this.#onEnd();
  }
}

/** How to make colleagues, and how many were made and ended. */
function office(kills: [run: number, times: number][] = []) {
  const counts = { hired: 0, ended: 0 };
  const left = new Map(kills);
  const hire: Hire = () => {
    counts.hired++;
    return new Colleague(left, () => counts.ended++);
  };
  return { hire, counts };
}

const experiment = experimentOf({
  factors: [{ path: 'economy.c', kind: 'range', from: 0.5, to: 1.5, steps: 10 }],
  replications: { count: 10 },
  measures: { summary: ['stateHash'] },
});

async function all(options: Parameters<typeof sweep>[1]): Promise<RunRecord[]> {
  const records: RunRecord[] = [];
  for await (const record of sweep(experiment, options)) records.push(record);
  return records.sort((x, y) => x.run - y.run);
}

describe('a pool of workers', () => {
  test('makes each run once, and the same, however many workers share them', async () => {
    const [one, three] = [office(), office()];
    const alone = await all({ core, hire: one.hire, workers: 1 });
    expect(alone.map(({ run }) => run)).toEqual(Array.from({ length: 100 }, (_, run) => run));
    expect(new Set(alone.map(({ economies }) => economies[0].values.stateHash)).size).toBe(100);
    expect(await all({ core, hire: three.hire, workers: 3 })).toEqual(alone);
    expect([one.counts, three.counts]).toEqual([
      { hired: 1, ended: 1 },
      { hired: 3, ended: 3 },
    ]);
  });

  test('makes only the runs that are asked for', async () => {
    const records = await all({ core, hire: office().hire, workers: 2, runs: [7, 3, 99] });
    expect(records.map(({ run }) => run)).toEqual([3, 7, 99]);
  });

  test('replaces a worker that dies and makes its runs again', async () => {
    const { hire, counts } = office([
      [0, 1],
      [40, 1],
      [99, 1],
    ]);
    const records = await all({ core, hire, workers: 2 });
    expect(records).toEqual(await all({ core, hire: office().hire, workers: 1 }));
    expect(counts.hired).toBe(5);
  });

  test('keeps what a worker had handed over of a batch before it died, and makes the rest', async () => {
    const asked: number[] = [];
    let deaths = 0;
    const hire: Hire = () => {
      let report: (message: FromWorker) => void = () => {};
      let die: (reason: string) => void = () => {};
      const runner = new Runner(core, experiment);
      return {
        post: (message) =>
          setImmediate(() => {
            if (message.kind === 'open') return report({ kind: 'ready' });
            asked.push(...message.runs);
            // One run of the first batch that has more. The batch behind it is answered all the same, too late.
            const isLast = deaths === 0 && message.runs.length > 1;
            const made = isLast ? 1 : message.runs.length;
            const lines = new Lines();
            for (const run of message.runs.slice(0, made)) lines.add(runner.run(run));
            report({
              kind: 'done',
              batch: message.batch,
              made,
              lines: lines.taken(),
              failed: 0,
              took: made * 10,
            });
            if (isLast) deaths++;
            if (isLast) die('out of memory');
          }),
        onMessage: (listener) => {
          report = listener;
        },
        onDeath: (listener) => {
          die = listener;
        },
        end: () => {},
      };
    };
    const records = await all({ core, hire, workers: 1 });
    expect(deaths).toBe(1);
    expect(records).toEqual(await all({ core, hire: office().hire, workers: 1 }));
    const twice = asked.filter((run, i) => asked.indexOf(run) !== i);
    expect(twice.length).toBeGreaterThan(0);
    expect(new Set(twice).size).toBe(twice.length);
  });

  test('takes a run that no worker survives for failed, and no other', async () => {
    const records = await all({ core, hire: office([[42, 1e9]]).hire, workers: 2 });
    expect(records.length).toBe(100);
    const failed = records.filter(({ failure }) => failure);
    expect(failed.map(({ run }) => run)).toEqual([42]);
    expect(failed[0]).toMatchObject({
      economies: [],
      failure: { stage: 'worker', economy: null, tick: null, reason: 'out of memory' },
    });
  });

  test('whose workers cannot even begin says so', async () => {
    const hire: Hire = () => ({
      post: () => {},
      onMessage: () => {},
      onDeath: (listener) => setImmediate(() => listener('no such script')),
      end: () => {},
    });
    await expect(all({ core, hire, workers: 2 })).rejects.toThrow('a worker could not begin: no such script');
  });

  test('waits for whoever takes the runs: memory stays bounded', async () => {
    let asked = 0;
    const { hire } = office();
    const counting: Hire = () => {
      const port = hire();
      return {
        post: (message) => {
          if (message.kind === 'run') asked++;
          port.post(message);
        },
        onDeath: (listener) => port.onDeath(listener),
        end: () => port.end(),
        onMessage: (listener) => port.onMessage(listener),
      };
    };
    const runs = sweep(experimentOf({ replications: { count: 100_000 } }), {
      core,
      hire: counting,
      workers: 2,
    });
    await runs.next();
    for (let before = 0; before < asked; ) {
      before = asked;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    // Batches: 4 waiting and 2 in hand for each of 2 workers, and the one taken. One that took long waits in pieces.
    expect(asked).toBeLessThanOrEqual(13);
    await runs.return();
  });
});

describe('the inside of a worker', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** What it answers to a batch, by a clock that goes on by so many ms each time it is looked at. */
  function answersTo(runs: readonly number[], step: number): (FromWorker & { kind: 'done' })[] {
    const answers: FromWorker[] = [];
    let ask: (message: ToWorker) => void = () => {};
    serve({
      post: (message) => answers.push(message),
      onMessage: (listener) => {
        ask = listener;
      },
    });
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += step;
      return now;
    });
    ask({ kind: 'open', core, experiment });
    ask({ kind: 'run', batch: 3, runs });
    return answers.filter((answer) => answer.kind === 'done');
  }

  const runs = [5, 2, 9, 40, 41, 7, 0];
  const runner = new Runner(core, experiment);
  const written = Buffer.concat(runs.map((run) => encodeLine(runner.run(run))));

  test('answers a short batch at once', () => {
    const [answer, ...others] = answersTo(runs, 0);
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ batch: 3, made: 7, failed: 0 });
    expect(Buffer.compare(answer.lines, written)).toBe(0);
  });

  test('hands over what is finished of a long one every tenth of a second', () => {
    const answers = answersTo(runs, 40);
    // The clock is looked at once for runs that are made together. At first one is: the third look is later than 100 ms. Then a
    // run is known to take 40 ms and two are made together, and then, at 20 ms each, as many as are left.
    expect(answers.map(({ made }) => made)).toEqual([3, 4]);
    expect(Buffer.compare(Buffer.concat(answers.map(({ lines }) => lines)), written)).toBe(0);
  });

  test('makes at least one run each time', () => {
    expect(answersTo(runs, 1000).map(({ made }) => made)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
});

describe('a signal', () => {
  test('ends a sweep with its reason, and its workers', async () => {
    const { hire, counts } = office();
    const controller = new AbortController();
    const reason = new Error('enough');
    const records: RunRecord[] = [];
    const act = async () => {
      for await (const record of sweep(experiment, { core, hire, workers: 2, signal: controller.signal })) {
        records.push(record);
        if (records.length === 5) controller.abort(reason);
      }
    };
    await expect(act()).rejects.toBe(reason);
    expect(records.length).toBeLessThan(100);
    expect(counts.ended).toBe(counts.hired);
  });

  test('that was given before makes nothing', async () => {
    const { hire, counts } = office();
    await expect(all({ core, hire, workers: 2, signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow(
      'no',
    );
    expect(counts.hired).toBe(0);
  });

  test('is not needed to leave: a loop that breaks ends the workers', async () => {
    const { hire, counts } = office();
    for await (const _ of sweep(experiment, { core, hire, workers: 2 })) break;
    expect(counts).toEqual({ hired: 2, ended: 2 });
  });
});
