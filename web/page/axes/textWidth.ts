/**
 * An upper estimate of a text's width in the system fonts, in CSS pixels. Ticks are chosen with it before anything is
 * laid out, so that no measurement (and no reflow) is needed while a run plays.
 */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) {
    if (/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻.,:;'|il ]/.test(character)) em += 0.42;
    else if (/[mwMW@%×∞]/.test(character)) em += 0.92;
    else em += 0.64;
  }
  return em * size;
}
