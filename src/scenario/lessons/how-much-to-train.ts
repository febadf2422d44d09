import type { Lesson } from './lesson.ts';

export const howMuchToTrain: Lesson = {
  id: 'how-much-to-train',
  title: 'How much to train',
  preset: 'figure-1',
  set: {},
  paragraph:
    'Half and half is also what a budget for one period asks for: c/(1+c) of it on training. But training lasts. What is trained today still serves tomorrow, when there are more chips to serve with it, while a chip bought today buys others sooner. Among all fixed shares from this start the best is smaller, c/(1+2c). No plan of any kind, fixed or changing, blows up sooner than at t = 3, and from this start that share gets there.',
  equation: {
    tex: String.raw`q_{\text{one period}} = \frac{c}{1+c}, \qquad q_{\text{lasting}} = \frac{c}{1+2c}`,
    mathml:
      '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow><msub><mi>q</mi><mtext>one period</mtext></msub><mo>=</mo><mfrac><mi>c</mi><mrow><mn>1</mn><mo>+</mo><mi>c</mi></mrow></mfrac><mo separator="true">,</mo><mspace width="2em"></mspace><msub><mi>q</mi><mtext>lasting</mtext></msub><mo>=</mo><mfrac><mi>c</mi><mrow><mn>1</mn><mo>+</mo><mn>2</mn><mi>c</mi></mrow></mfrac></mrow></math>',
  },
  question: 'Which share q of the chips must train for the blow-up to come before t = 3.01?',
  control: 'groups.lab.rule.q',
  answer: { value: 0.3333, words: 'A third, c/(1+2c) with c = 1; anything from 0.30 to 0.37 will do.' },
  condition: { measure: 'blowUpTime', below: 3.01 },
};
