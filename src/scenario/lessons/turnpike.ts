import type { Lesson } from './lesson.ts';

export const turnpike: Lesson = {
  id: 'turnpike',
  title: 'Onto the turnpike',
  preset: 'parity-vs-turnpike',
  set: { variants: [], 'groups.lab.K0': 10 },
  paragraph:
    'This lab starts with ten times the chips and no more training: too many chips for what its models can do. A fixed share cannot be right now and later as well. The best plan goes all the way: everything trains until chips and training are in balance, on the curve K = T^(1+c)/c, and then the share c/(1+2c) keeps them there. Like a motorway on a long journey, that curve is worth a detour from wherever one starts: hence its name, the turnpike.',
  equation: {
    tex: String.raw`q = \begin{cases} 1 & cK > T^{1+c} \\ \frac{c}{1+2c} & cK = T^{1+c} \\ 0 & cK < T^{1+c} \end{cases}`,
    mathml:
      '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow><mi>q</mi><mo>=</mo><mrow><mo fence="true" form="prefix" stretchy="true">{</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mrow><mi>c</mi><mi>K</mi><mo>&gt;</mo><msup><mi>T</mi><mrow><mn>1</mn><mo>+</mo><mi>c</mi></mrow></msup></mrow></mtd></mtr><mtr><mtd><mfrac><mi>c</mi><mrow><mn>1</mn><mo>+</mo><mn>2</mn><mi>c</mi></mrow></mfrac></mtd><mtd><mrow><mi>c</mi><mi>K</mi><mo>=</mo><msup><mi>T</mi><mrow><mn>1</mn><mo>+</mo><mi>c</mi></mrow></msup></mrow></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mrow><mi>c</mi><mi>K</mi><mo>&lt;</mo><msup><mi>T</mi><mrow><mn>1</mn><mo>+</mo><mi>c</mi></mrow></msup></mrow></mtd></mtr></mtable><mo fence="true" form="postfix" stretchy="true"></mo></mrow></mrow></math>',
  },
  question: 'Parity needs 1.235. Which rule blows up before t = 1.17?',
  control: 'groups.lab.rule.type',
  answer: {
    value: 'turnpike',
    words: 'The turnpike rule: at 1.165. The best fixed share, 0.43, needs 1.225.',
  },
  condition: { measure: 'blowUpTime', below: 1.17 },
};
