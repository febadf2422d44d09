import { type Piece, typeset } from '../format/typeset.ts';

function Pieces({ of }: { of: readonly Piece[] }) {
  return (
    <>
      {of.map((piece, i) => {
        if (typeof piece === 'string') return piece;
        if ('lowered' in piece) return <sub key={i}>{piece.lowered}</sub>;
        return (
          <sup key={i}>
            <Pieces of={piece.raised} />
          </sup>
        );
      })}
    </>
  );
}

/** Text with its indices lowered and its exponents raised: N_eff with a small low 'eff', T^c with a small high 'c'. */
export function Typeset({ text }: { text: string }) {
  return <Pieces of={typeset(text)} />;
}
