/** What is played: a run, or two under one clock. Positions count the clock's steps from t = 0. */
export interface Timeline {
  readonly isRunning: boolean;
  /** Is a step begun and not done? */
  readonly isInsideInterval: boolean;
  /** Does all that is played stand at the same step? Only inside an interval it may not. */
  readonly isLevel: boolean;
  readonly isSeeking: boolean;
  readonly position: number;
  /** The furthest position ever reached: up to there everything is known. */
  readonly furthest: number;
  /** Position of the end, once reached. */
  readonly length: number | null;
  /** The position under way to; where it stands if it is under way to none. */
  readonly destination: number;
  /** Sets out for a position, which `advanceToGoal` goes on to. */
  seek(position: number): void;
  advanceToGoal(now: () => number, deadline: number): void;
  /** Takes up to so many steps until the clock reaches the deadline; what is begun goes on in the next call. Returns those done. */
  advance(steps: number, now: () => number, deadline: number): number;
}
