export { independentPoints } from './independentPoints.ts';
export { latinHypercube } from './latinHypercube.ts';
export { morrisDesign, morrisStep } from './morris.ts';
export { type FactorDistribution, type Quantile, quantile } from './quantiles.ts';
export { mostSaltelliFactors, type SaltelliOptions, saltelliBlock, saltelliDesign } from './saltelli.ts';
export { mostSobolDimensions, sobolPoints } from './sobolPoints.ts';
