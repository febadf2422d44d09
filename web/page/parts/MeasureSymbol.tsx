/** A measure's symbol with its subscripts lowered: N_eff with a small low 'eff'. */
export function MeasureSymbol({ symbol }: { symbol: string }) {
  const parts = symbol.split(/_([A-Za-z]+)/);
  return <i>{parts.map((part, i) => (i % 2 === 1 ? <sub key={i}>{part}</sub> : part))}</i>;
}
