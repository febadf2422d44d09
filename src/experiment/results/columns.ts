/** Columns of every table of runs, before the factors and the measures. */
export const keyColumns = ['run', 'point', 'replication', 'seed', 'economy', 'status', 'stage', 'tick', 'reason', 'core', 'version'] as const;
