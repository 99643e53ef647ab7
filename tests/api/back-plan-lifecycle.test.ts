/** The states of a back-scheduled plan: any walk against a model, and the second person. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backPlanCommands, type BackPlanState } from '#api/back-plans/contract.ts';
import { backPlanRefusal, inForceOf, isCurrent, stateAfter, unexplainedMonths } from '#api/back-plans/lifecycle.ts';
import { lishui, wenzhou } from '#tests/support/reporting.ts';

describe('a plan that waits', () => {
  it('is decided by a second person where an official’s own account sent it', () => {
    const facts = { region: lishui, state: 'submitted', submittedBy: 'a' } as const;
    const official = { id: 'a', role: 'official', region: null } as const;
    expect(backPlanRefusal('approve', facts, official)?.code).toBe('own-submission');
    expect(backPlanRefusal('approve', facts, { ...official, id: 'b' })).toBeNull();
  });

  it('is written and sent by its own bureau alone', () => {
    const facts = { region: lishui, state: 'draft', submittedBy: null } as const;
    const bureau = { id: 'a', role: 'bureau', region: lishui } as const;
    expect(backPlanRefusal('save', facts, bureau)).toBeNull();
    expect(backPlanRefusal('save', facts, { ...bureau, region: wenzhou })?.code).toBe('not-allowed');
    expect(backPlanRefusal('submit', facts, { id: 'a', role: 'official', region: null })?.code).toBe('not-allowed');
  });

  it('begins from what there is now only with the same day, the same target and the same figure', () => {
    const plan = { asOf: '2020-09-30', target: 600, reached: 348 };
    expect(isCurrent(plan, { ...plan })).toBe(true);
    expect(isCurrent(plan, { ...plan, asOf: '2020-10-10' })).toBe(false);
    expect(isCurrent(plan, { ...plan, target: 650 })).toBe(false);
    expect(isCurrent(plan, { ...plan, reached: 340 })).toBe(false);
  });

  it('lacks a measure for each doubtful month alone', () => {
    const months = [10, 11, 12].map((month) => ({ month, doubtful: month !== 11 }));
    expect(unexplainedMonths(months, [{ month: 12, text: '三个项目' }])).toEqual([10]);
  });
});

describe('any walk through the lifecycle', () => {
  it('leads only along the model, and what is in force changes by approval alone', () => {
    const model: Readonly<Record<BackPlanState, readonly string[]>> = {
      missing: ['save'],
      draft: ['save', 'submit'],
      submitted: ['approve', 'return'],
      approved: ['save'],
      returned: ['save'],
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...backPlanCommands), { maxLength: 30 }), (walk) => {
        let state: BackPlanState = 'missing';
        const done: { readonly action: (typeof backPlanCommands)[number] }[] = [];
        for (const command of walk) {
          const isWriting = command === 'save' || command === 'submit';
          const person = {
            id: 'x',
            role: isWriting ? ('bureau' as const) : ('official' as const),
            region: isWriting ? lishui : null,
          };
          const refusal = backPlanRefusal(command, { region: lishui, state, submittedBy: 'y' }, person);
          expect(refusal === null).toBe(model[state].includes(command));
          if (refusal !== null) continue;
          const inForce = inForceOf(done);
          done.push({ action: command });
          state = stateAfter[command];
          expect(inForceOf(done) === inForce).toBe(command !== 'approve');
        }
      }),
    );
  });
});
