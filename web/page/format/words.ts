import type { EconomySummary } from '../../shared/protocol.ts';

type Status = EconomySummary['status'];

/** 'parity-vs-turnpike' as 'Parity vs turnpike'. */
export function nameText(name: string): string {
  const spaced = name.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const statusWords: Record<Status, string> = {
  running: 'running',
  finished: 'reached its end',
  'blow-up': 'blew up',
  overflow: 'left the range of numbers',
  failed: 'failed',
  waiting: 'waits for its fork',
};

export function statusText(status: Status): string {
  return statusWords[status];
}

/** Joins with commas and a final 'and'. */
export function listText(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
