import { type Report, Runs, reproduce } from '../../../src/reproduce/index.ts';
import { core } from '../core/harness.ts';

/** The simulations of the report, and the report itself: computed once a test file. */
export const runs = new Runs(core);
export const report: Report = reproduce(core, runs);
export const findings = report.articles.flatMap((article) => article.findings);
