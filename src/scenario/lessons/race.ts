import type { Lesson } from './lesson.ts';

export const race: Lesson = {
  id: 'race',
  title: 'The race of the five',
  preset: 'frontier-five',
  set: { variants: [] },
  paragraph:
    'Five labs with the chips they are estimated to have had at the end of 2025, the training those chips can have done, and a productivity each that fits their growth in 2025. No friction is on: chips never wear out, a fab sells any number, buyers take everything. Under hyperbolic growth being somewhat ahead becomes being ahead without bound, so one lab blows up within a year and the others hardly move. This shows what the assumptions imply, not what will happen. OpenAI starts with the most chips, Anthropic with the highest productivity.',
  equation: {
    tex: String.raw`\frac{dK_i}{dt} = a_i\,(1-q_i)\,K_i\,T_i^c, \qquad \frac{dT_i}{dt} = q_i\,K_i`,
    mathml:
      '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow><mfrac><mrow><mi>d</mi><msub><mi>K</mi><mi>i</mi></msub></mrow><mrow><mi>d</mi><mi>t</mi></mrow></mfrac><mo>=</mo><msub><mi>a</mi><mi>i</mi></msub><mspace width="0.1667em"></mspace><mrow><mo fence="true" form="prefix" stretchy="false">(</mo><mn>1</mn><mo>−</mo><msub><mi>q</mi><mi>i</mi></msub><mo fence="true" form="postfix" stretchy="false">)</mo></mrow><mspace width="0.1667em"></mspace><msub><mi>K</mi><mi>i</mi></msub><mspace width="0.1667em"></mspace><msubsup><mi>T</mi><mi>i</mi><mi>c</mi></msubsup><mo separator="true">,</mo><mspace width="2em"></mspace><mfrac><mrow><mi>d</mi><msub><mi>T</mi><mi>i</mi></msub></mrow><mrow><mi>d</mi><mi>t</mi></mrow></mfrac><mo>=</mo><msub><mi>q</mi><mi>i</mi></msub><mspace width="0.1667em"></mspace><msub><mi>K</mi><mi>i</mi></msub></mrow></math>',
  },
  question: 'OpenAI starts with 1.74 million H100e. How many would it need to be the first?',
  control: 'groups.OpenAI.K0',
  answer: {
    value: 4000000,
    words: 'About 3.7 million, more than twice as many; with 4 million it is first at 0.555 years.',
  },
  condition: { measure: 'leader', is: 'OpenAI' },
};
