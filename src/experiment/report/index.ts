export { type ReportOptions, reportOf } from './report.ts';
export { analysisText } from './text.ts';
