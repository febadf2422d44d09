import { oneOwner, rivals } from './race-to-the-top.ts';

/** θ = 1.2 is the sharpest contest in which no lab gains by serving in pulses: κ/2 + θ/2 = 1. */
export const cashNow = {
  name: 'cash-now',
  title: 'Two labs compete on output',
  lookFor:
    'Paid for output the same two labs train too little, 0.35 of their chips against 0.40 of one owner and 0.66 on quality: from t = 0.7 to 2.1 they have more chips than the owner, by up to 5 %, and then blow up later, and with θ = 2 they train with 0.29, lead by up to 10 % and fall further behind.',
  ...rivals,
  economy: { contest: 'output', theta: 1.2, elasticity: 5 },
  variants: [
    { name: 'θ 2', set: { 'economy.theta': 2 } },
    { name: 'on quality', set: { 'economy.contest': 'quality' } },
    oneOwner,
  ],
};
