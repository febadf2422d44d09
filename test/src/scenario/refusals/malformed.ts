import { malformedEconomies } from './economy.ts';
import { malformedGroups } from './groups.ts';
import { malformedHeads } from './head.ts';
import { malformedVariants } from './variants.ts';

/** Scenarios that must be refused; any way in may be tested with them. */
export const malformed = [...malformedHeads, ...malformedEconomies, ...malformedGroups, ...malformedVariants];
