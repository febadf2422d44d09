import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that comes over the network when it is first shown; until then nothing is there. */
export function lazily(bring: () => Promise<FunctionComponent>): FunctionComponent {
  let come: FunctionComponent | null = null;
  return function Lazy() {
    const [Part, show] = useState<FunctionComponent | null>(() => come);
    useEffect(() => {
      if (come) return;
      void bring().then((part) => {
        come = part;
        show(() => part);
      });
    }, []);
    return Part && <Part />;
  };
}
