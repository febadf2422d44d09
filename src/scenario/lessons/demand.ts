import type { Lesson } from './lesson.ts';

export const demand: Lesson = {
  id: 'demand',
  title: 'Output outruns demand',
  preset: 'glut',
  set: { variants: [] },
  paragraph:
    'So far buyers took all output at the first price. Now the price falls as output grows: with elasticity ε revenue rises only as the power 1 − 1/ε of output. Returns that increase in production can still decrease in money. Only where ε is above (1+c)/c does the power of revenue stay above what hyperbolic growth needs; below it growth slows down and nothing blows up. Here ε is 1.5, and c is 1.',
  equation: {
    tex: String.raw`R = Y_{\text{ref}} \left( \frac{Y}{Y_{\text{ref}}} \right)^{1-1/\varepsilon}, \qquad \text{blow-up only if } \varepsilon > \frac{1+c}{c}`,
    mathml:
      '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow><mi>R</mi><mo>=</mo><msub><mi>Y</mi><mtext>ref</mtext></msub><msup><mrow><mo fence="true" form="prefix" stretchy="true">(</mo><mfrac><mi>Y</mi><msub><mi>Y</mi><mtext>ref</mtext></msub></mfrac><mo fence="true" form="postfix" stretchy="true">)</mo></mrow><mrow><mn>1</mn><mo>−</mo><mn>1</mn><mi>/</mi><mi>ε</mi></mrow></msup><mo separator="true">,</mo><mspace width="2em"></mspace><mtext>blow-up only if </mtext><mi>ε</mi><mo>&gt;</mo><mfrac><mrow><mn>1</mn><mo>+</mo><mi>c</mi></mrow><mi>c</mi></mfrac></mrow></math>',
  },
  question: 'From which elasticity of demand ε on does the blow-up come back before the run ends at t = 12?',
  control: 'economy.elasticity',
  answer: {
    value: 3,
    words:
      'ε must be above (1+c)/c = 2. At 3 the blow-up is at 9.25; just above 2 it comes too late for this run.',
  },
  condition: { measure: 'status', is: 'blow-up' },
};
