/** The way out as a ruler's steps. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { wayOutSteps } from '#web/features/city/way-out-steps.ts';
import { standingOf } from '../standings.ts';

const way = { by: '2020-10-31', denominatorAdded: null } as const;
const stepsOf = (standing: Parameters<typeof standingOf>[1], kind: 'flow' | 'ratio' = 'flow') =>
  wayOutSteps(standingOf('area', standing), { kind }, { t: textNow });

describe('the steps of the way out', () => {
  beforeAll(() => startText('zh'));

  it('start where one stands, and are rounded up so that they suffice', () => {
    const wayOut = [
      { ...way, level: 'watch', add: 69.55 },
      { ...way, level: 'on-pace', add: 117.82 },
      { ...way, level: 'achieved', add: 252 },
    ] as const;
    expect(stepsOf({ actual: 348, wayOut: [...wayOut] })).toEqual({
      start: '348',
      steps: [
        { level: 'watch', amount: 69.55, text: '+69.6 预警' },
        { level: 'on-pace', amount: 117.82, text: '+117.9 正常' },
        { level: 'achieved', amount: 252, text: '+252 已完成' },
      ],
    });
  });

  it('leave out what no amount reaches, and are none where nothing can be drawn', () => {
    const none = { ...way, level: 'on-pace', add: null } as const;
    expect(stepsOf({ actual: 348, wayOut: [none, { ...way, level: 'achieved', add: 2 }] })?.steps).toHaveLength(1);
    expect(stepsOf({ actual: 348, wayOut: [none] })).toBeNull();
    expect(stepsOf({ actual: null, wayOut: [{ ...way, level: 'achieved', add: 2 }] })).toBeNull();
  });

  it('of a ratio start at its numerator, of which they are amounts', () => {
    const wayOut = [{ ...way, level: 'achieved', add: 216.66, denominatorAdded: 526.71 }] as const;
    expect(stepsOf({ actual: 0.245, numerator: 348, wayOut: [...wayOut] }, 'ratio')?.start).toBe('348');
  });
});
