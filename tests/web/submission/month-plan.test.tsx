/** The approved back-scheduled plan beside a month's report: in the form while it is typed, and in the review’s table. */
import { beforeAll, describe, expect, it } from 'vitest';
import { listBackPlans } from '#api/back-plans/contract.ts';
import type { BackPlanLine } from '#api/back-plans/contract.ts';
import { query } from '#web/api/queries.ts';
import { FigureTable } from '#web/features/submissions/form/figure-table.tsx';
import { FormContext } from '#web/features/submissions/form/form-context.ts';
import { sheetOf, typeInto } from '#web/features/submissions/form/sheet.ts';
import { FiguresTable } from '#web/parts/submissions/figures-table.tsx';
import { startText } from '#web/text/messages/use-text.ts';
import { partOf, rowsIn, wordsIn } from '../rendered.tsx';
import { formValue } from './form-value.ts';
import { figureOf, subject } from './month.ts';

beforeAll(() => startText('zh'));

const month = subject();

/** October’s 62.00 of 252.00, from 348.00 at the end of September unless it began later. */
const october = { month: 10, part: null, from: '2020-10-01', to: '2020-10-31', amount: 62 };
const planned = (more: Partial<NonNullable<BackPlanLine['inForce']>> = {}): BackPlanLine => ({
  region: '330300',
  indicator: 'area',
  state: 'approved',
  required: true,
  remaining: 252,
  target: null,
  reached: null,
  slippage: null,
  followed: null,
  inForce: { asOf: '2020-09-30', reached: 348, parts: [october], ...more },
});
const read = (plans: readonly BackPlanLine[]) => [
  { of: query(listBackPlans, { query: { year: 2020 } }), reply: { year: 2020, plans } },
];

async function form(cumulative: string, asOf: string, plans = [planned()]): Promise<string> {
  const typed = typeInto(month, sheetOf(month, null), { code: 'area', field: 'cumulative' }, cumulative);
  const table = (
    <FormContext value={formValue(month, { ...typed, asOf })}>
      <FigureTable />
    </FormContext>
  );
  return wordsIn(await partOf(table, { role: 'bureau', read: read(plans) }));
}

async function reviewed(asOf: string, plans: readonly BackPlanLine[]): Promise<string> {
  const figures = new Map([['area', figureOf('area', 400)]]);
  const shown = { subject: month, caption: '', asOf, figures, absences: {}, withBefore: true, isAccepted: false };
  return rowsIn(await partOf(<FiguresTable {...shown} />, { read: read(plans) }))[1] ?? '';
}

describe('the plan of the month', () => {
  it('stands beside what is typed, with the difference of a whole month', async () => {
    // 400 − 348 = 52 of the 62 that are planned.
    expect(await form('400', '2020-10-31')).toContain('本月计划 62.00，较计划 −10.00');
  });

  it('is compared by what was due by the day of an earlier figure', async () => {
    // 62 × 18 ÷ 31 = 36.
    expect(await form('400', '2020-10-18')).toContain('本月计划 62.00，至 2020-10-18 应完成 36.00，较计划 +16.00');
  });

  it('has no difference while nothing is typed: missing is not zero', async () => {
    const words = await form('', '2020-10-31');
    expect(words).toContain('本月计划 62.00');
    expect(words).not.toContain('较计划');
  });

  it('is compared from where a plan began within the month', async () => {
    const since = planned({ reached: 390, parts: [{ ...october, from: '2020-10-20', amount: 12 }] });
    expect(await form('400', '2020-10-31', [since])).toContain('2020-10-20 起本月计划 12.00，较计划 −2.00');
    expect(await form('385', '2020-10-18', [since])).not.toContain('较计划');
  });

  it('is not spoken of where no plan is in force, of another city, or in a month that the plan does not have', async () => {
    const other = { ...planned(), region: '331100' };
    const november = planned({ parts: [{ ...october, month: 11, from: '2020-11-01', to: '2020-11-10' }] });
    for (const plans of [[], [{ ...planned(), inForce: null }], [other], [november]]) {
      expect(await form('400', '2020-10-31', plans)).not.toContain('计划');
    }
  });

  it('stands in the review’s table, and in English', async () => {
    expect(await reviewed('2020-10-31', [planned()])).toContain('| +52.00本月计划 62.00，较计划 −10.00 |');
    expect(await reviewed('2020-10-31', [])).toContain('| +52.00 |');
    await startText('en');
    expect(await reviewed('2020-10-18', [planned()])).toContain(
      'Planned for the month: 62.00; due by 2020-10-18: 36.00; against the plan +16.00',
    );
    await startText('zh');
  });
});
