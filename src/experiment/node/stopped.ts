/** A sweep that cannot go on now, and what is to be done about it. What is in its journal is kept. */
export class SweepStopped extends Error {
  override readonly name = 'SweepStopped';
  /** 'resume': the same command on the same folder goes on. */
  readonly remedy: 'resume' | 'none';

  constructor(message: string, remedy: 'resume' | 'none' = 'none') {
    super(message);
    this.remedy = remedy;
  }
}
