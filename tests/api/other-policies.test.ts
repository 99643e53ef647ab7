/** Who may set targets: the layer below the endpoints. */
import { describe, expect, it } from 'vitest';
import { mayChange } from '#api/targets/lifecycle.ts';

describe('targets', () => {
  it('are set by officials alone', () => {
    const may = (['official', 'bureau', 'leader', 'administrator'] as const).filter((role) => mayChange({ role }));
    expect(may).toEqual(['official']);
  });
});
