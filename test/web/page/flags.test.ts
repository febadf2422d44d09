import { describe, expect, it } from 'vitest';
import { flagsFrom, hideable } from '../../../web/page/flags.ts';

describe('the flags of the address', () => {
  it('ask for nothing by default', () => {
    expect(flagsFrom('')).toEqual({
      webgl: true,
      onPage: false,
      autoplay: true,
      embed: false,
      hidden: new Set(),
      lesson: null,
    });
  });

  it('hide what they name, in any order; unknown names are no fault', () => {
    const { embed, hidden } = flagsFrom('?embed=1&hide=presets,controls,nonsense');
    expect(embed).toBe(true);
    expect(hidden).toEqual(new Set(['presets', 'controls']));
    expect(flagsFrom(`?hide=${hideable.join()}`).hidden.size).toBe(hideable.length);
  });
});
