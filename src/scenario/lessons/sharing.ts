import type { Lesson } from './lesson.ts';

export const sharing: Lesson = {
  id: 'sharing',
  title: 'Forty labs instead of one',
  preset: 'commons',
  set: { variants: [] },
  paragraph:
    'The same chips, owned by forty labs that tell each other nothing: each has to train its own models, so training is done forty times over and counts once in each. Together they need five times as long as one lab that owns everything. Where a share σ of the others’ training spills over, through open research or distillation, a lab serves with its own training and that share of everyone else’s. Training, unlike chips, is not used up by being shared.',
  equation: {
    tex: String.raw`\hat T_i = T_i + \sigma \sum_{j \ne i} T_j`,
    mathml:
      '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow><msub><mover><mi>T</mi><mo stretchy="false">ˆ</mo></mover><mi>i</mi></msub><mo>=</mo><msub><mi>T</mi><mi>i</mi></msub><mo>+</mo><mi>σ</mi><mrow><munder><mo movablelimits="false">∑</mo><mrow><mi>j</mi><mo>≠</mo><mi>i</mi></mrow></munder></mrow><msub><mi>T</mi><mi>j</mi></msub></mrow></math>',
  },
  question: 'How much sharing σ brings the blow-up before t = 7?',
  control: 'economy.sigma',
  answer: {
    value: 0.25,
    words: 'A quarter: 6.7 instead of 16.9. Sharing everything, σ = 1, makes them one lab: 3.05.',
  },
  condition: { measure: 'blowUpTime', below: 7 },
};
