import temml from 'temml';

/** TeX as a block of MathML, without the typesetter's own style: `display="block"` says it already. Throws where the TeX is wrong. */
export function mathml(tex: string): string {
  const written = temml.renderToString(tex, { displayMode: true, xml: true, throwOnError: true });
  return written.replaceAll(/ (?:class|style)="[^"]*"/g, '');
}
