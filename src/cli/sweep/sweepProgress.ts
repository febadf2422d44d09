import { SingleBar } from 'cli-progress';
import { numberText } from '../../scenario/index.ts';

/** Between two lines where no terminal shows a bar, in ms. */
const EVERY = 10_000;
/** The rate is that of the last so many ms: a sweep's runs differ. */
const WINDOW = 30_000;

/** 75 s, 12 min, 3.5 h. */
export function durationText(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds < 100) return `${Math.round(seconds)} s`;
  if (seconds < 6000) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** How far a sweep is, on stderr: a bar where a person watches, else a line now and then. */
export class SweepProgress {
  readonly #runs: number;
  readonly #bar: SingleBar | null;
  #done: number;
  #failed: number;
  #shown = performance.now();
  /** Times and counts of the window, oldest first. */
  #marks: { at: number; done: number }[];

  /** done, failed: what was there before. */
  constructor(runs: number, done: number, failed: number) {
    this.#runs = runs;
    this.#done = done;
    this.#failed = failed;
    this.#marks = [{ at: performance.now(), done }];
    this.#bar = process.stderr.isTTY
      ? new SingleBar({
          format: '{bar} {percentage} %  {value}/{total} runs  {rate}  {left} left  {failures}',
          stream: process.stderr,
          clearOnComplete: true,
          hideCursor: true,
          fps: 5,
        })
      : null;
    this.#bar?.start(runs, done, this.#words());
    if (!this.#bar) this.#line();
  }

  get #rate(): number {
    const [first] = this.#marks;
    return ((this.#done - first.done) / (performance.now() - first.at)) * 1000;
  }

  #words(): { rate: string; left: string; failures: string } {
    const rate = this.#rate;
    const isKnown = this.#done > this.#marks[0].done;
    return {
      rate: isKnown ? `${rate < 10 ? rate.toFixed(1) : numberText(Math.round(rate))} runs/s` : '– runs/s',
      left: isKnown ? durationText((this.#runs - this.#done) / rate) : '–',
      failures: this.#failed === 1 ? '1 failed' : `${numberText(this.#failed)} failed`,
    };
  }

  #line(): void {
    const { rate, left, failures } = this.#words();
    const share = this.#runs === 0 ? 100 : Math.floor((100 * this.#done) / this.#runs);
    process.stderr.write(
      `${numberText(this.#done)} of ${numberText(this.#runs)} runs (${share} %), ${rate}, ${left} left, ${failures}\n`,
    );
  }

  add(runs: number, failed: number): void {
    this.#done += runs;
    this.#failed += failed;
    const now = performance.now();
    const last = this.#marks[this.#marks.length - 1];
    if (now - last.at > WINDOW / 30) this.#marks.push({ at: now, done: this.#done });
    while (this.#marks.length > 2 && now - this.#marks[1].at > WINDOW) this.#marks.shift();
    if (this.#bar) this.#bar.update(this.#done, this.#words());
    else if (now - this.#shown > EVERY) {
      this.#shown = now;
      this.#line();
    }
  }

  stop(): void {
    this.#bar?.stop();
    if (!this.#bar) this.#line();
  }
}
