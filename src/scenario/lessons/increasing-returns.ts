import type { Lesson } from './lesson.ts';

export const increasingReturns: Lesson = {
  id: 'increasing-returns',
  title: 'More than double',
  preset: 'figure-1',
  set: {},
  paragraph:
    'A lab trains with half of its chips and serves with the other half. What it earns buys chips. Output is I·T^c: serving chips I times what training T makes each of them worth. Twice the chips serve twice as much, and train better models as well, so output more than doubles. Growth is faster than exponential and runs into a blow-up, here at t = π. This is Figure 1 of “Train once, deploy many”, with c = 1: one order of magnitude of training saves one of inference.',
  equation: {
    tex: String.raw`\frac{dK}{dt} = (1-q)\,K\,T^c, \qquad \frac{dT}{dt} = q\,K`,
    mathml:
      '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow><mfrac><mrow><mi>d</mi><mi>K</mi></mrow><mrow><mi>d</mi><mi>t</mi></mrow></mfrac><mo>=</mo><mrow><mo fence="true" form="prefix" stretchy="false">(</mo><mn>1</mn><mo>−</mo><mi>q</mi><mo fence="true" form="postfix" stretchy="false">)</mo></mrow><mspace width="0.1667em"></mspace><mi>K</mi><mspace width="0.1667em"></mspace><msup><mi>T</mi><mi>c</mi></msup><mo separator="true">,</mo><mspace width="2em"></mspace><mfrac><mrow><mi>d</mi><mi>T</mi></mrow><mrow><mi>d</mi><mi>t</mi></mrow></mfrac><mo>=</mo><mi>q</mi><mspace width="0.1667em"></mspace><mi>K</mi></mrow></math>',
  },
  question: 'How strong must the tradeoff c be for the blow-up to come before t = 2?',
  control: 'economy.c',
  answer: {
    value: 2,
    words: 'c = 2 brings it to 1.87: each order of magnitude of training then saves two of inference.',
  },
  condition: { measure: 'blowUpTime', below: 2 },
};
