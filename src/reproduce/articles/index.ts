import type { Row } from '../row.ts';
import { rows as s1 } from './s1.ts';
import { rows as s1Limits } from './s1-limits.ts';
import { rows as s1Omissions } from './s1-omissions.ts';
import { rows as s2 } from './s2.ts';
import { rows as s2Omissions } from './s2-omissions.ts';
import { rows as s3 } from './s3.ts';
import { rows as s3Omissions } from './s3-omissions.ts';
import { rows as s4 } from './s4.ts';
import { rows as s4Combining } from './s4-combining.ts';
import { rows as s4Queries } from './s4-queries.ts';
import { rows as s5 } from './s5.ts';

export interface Article {
  readonly id: 'S1' | 'S2' | 'S3' | 'S4' | 'S5';
  readonly title: string;
  readonly author: string;
  readonly url: string;
  readonly rows: readonly Row[];
}

/** The articles the model rests on, with every statement of theirs that it speaks to. */
export const articles: readonly Article[] = [
  {
    id: 'S1',
    title: 'Train once, deploy many: AI and increasing returns',
    author: 'Ege Erdil and Tamay Besiroglu, Epoch AI, 2025',
    url: 'https://epoch.ai/blog/train-once-deploy-many-ai-and-increasing-returns',
    rows: [...s1, ...s1Limits, ...s1Omissions],
  },
  {
    id: 'S2',
    title:
      'One Training to Rule Them All: AI’s replicative properties could fundamentally reshape economic growth',
    author: 'CO/AI, a summary of S1',
    url: 'https://getcoai.com/news/one-training-to-rule-them-all-ais-replicative-properties-could-fundamentally-reshape-economic-growth',
    rows: [...s2, ...s2Omissions],
  },
  {
    id: 'S3',
    title: 'Optimally Allocating Compute Between Inference and Training',
    author: 'Epoch AI',
    url: 'https://epoch.ai/blog/optimally-allocating-compute-between-inference-and-training',
    rows: [...s3, ...s3Omissions],
  },
  {
    id: 'S4',
    title: 'Trading Off Compute in Training and Inference',
    author: 'Villalobos and Atkinson, Epoch AI, 2023',
    url: 'https://epochai.org/blog/trading-off-compute-in-training-and-inference',
    rows: [...s4, ...s4Combining, ...s4Queries],
  },
  {
    id: 'S5',
    title: 'The economics and resource costs of AI model scaling',
    author: 'notes on a talk, Redpoint AI',
    url: 'https://www.youtube.com/watch?v=OoL8K_AFqkw',
    rows: s5,
  },
];
