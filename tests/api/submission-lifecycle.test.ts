import { describe, expect, it } from 'vitest';
import { asOfRefusal } from '#api/submissions/as-of-refusal.ts';
import {
  statusFor,
  isClosedToReports,
  isOverdue,
  monthWindow,
  refusalOf,
  standingVersion,
  submissionCommands,
  visibleVersions,
  type SubmissionCommand,
  type StoredState,
} from '#api/submissions/lifecycle.ts';
import { isReason } from '#api/http/reason.ts';

const lishui = '331100';
const bureau = { id: 'lishui', role: 'bureau', region: lishui } as const;
const official = { id: 'official', role: 'official', region: null } as const;
const today = '2020-10-19';

const version = (number: number, state: StoredState['state'], more: Partial<StoredState> = {}): StoredState => ({
  number,
  state,
  kind: 'submission',
  asOf: '2020-10-10',
  submittedBy: state === 'draft' ? null : 'lishui',
  load: null,
  ...more,
});

/** A month that does not close. */
const open = { deadline: { closesOn: null }, today } as const;

const october = (...versions: StoredState[]) => ({
  region: lishui,
  versions,
  window: { earliest: '2020-10-01', latest: today, usual: today },
  ...open,
});

const september = (...versions: StoredState[]) => ({
  region: lishui,
  versions: versions.map((one) => ({ ...one, asOf: '2020-09-30' })),
  window: { earliest: '2020-09-01', latest: '2020-09-30', usual: '2020-09-30' },
  ...open,
});

/** The commands that a person may do. */
const possible = (
  month: Parameters<typeof refusalOf>[1],
  person: Parameters<typeof refusalOf>[2],
): SubmissionCommand[] => submissionCommands.filter((command) => refusalOf(command, month, person) === null);

describe('monthWindow', () => {
  it('ends a past month on its last day', () => {
    expect(monthWindow({ year: 2020, month: 9, today })).toEqual({
      earliest: '2020-09-01',
      latest: '2020-09-30',
      usual: '2020-09-30',
    });
    expect(monthWindow({ year: 2020, month: 2, today })?.latest).toBe('2020-02-29');
  });

  it('ends the running month today', () => {
    expect(monthWindow({ year: 2020, month: 10, today })).toEqual({
      earliest: '2020-10-01',
      latest: today,
      usual: today,
    });
    expect(monthWindow({ year: 2020, month: 10, today: '2020-10-01' })?.latest).toBe('2020-10-01');
    expect(monthWindow({ year: 2020, month: 10, today: '2020-10-31' })?.latest).toBe('2020-10-31');
  });

  it('is closed before the month begins', () => {
    expect(monthWindow({ year: 2020, month: 11, today })).toBeNull();
    expect(monthWindow({ year: 2021, month: 1, today })).toBeNull();
    expect(monthWindow({ year: 2020, month: 11, today: '2020-11-01' })).not.toBeNull();
  });
});

describe('isOverdue', () => {
  const september = { year: 2020, month: 9 };
  const late = { status: 'missing', acceptedAsOf: null, notOwed: null, dueOn: '2020-10-05' } as const;

  it('begins the day after the month was due, while the bureau has it', () => {
    expect(isOverdue(late, september, '2020-10-05')).toBe(false);
    expect(isOverdue(late, september, '2020-10-06')).toBe(true);
    expect(isOverdue({ ...late, status: 'draft' }, september, '2020-10-06')).toBe(true);
    expect(isOverdue({ ...late, status: 'returned' }, september, '2020-10-06')).toBe(true);
  });

  it('ends with the submission, and never comes back once the month’s last day is accepted', () => {
    expect(isOverdue({ ...late, status: 'submitted' }, september, '2020-10-06')).toBe(false);
    expect(isOverdue({ ...late, status: 'resubmitted' }, september, '2020-10-06')).toBe(false);
    expect(isOverdue({ ...late, status: 'draft', acceptedAsOf: '2020-09-30' }, september, '2020-10-06')).toBe(false);
  });

  it('goes on where only an earlier day is accepted: a report of the middle of a month does not end it', () => {
    const middle = { status: 'accepted', acceptedAsOf: '2020-09-19', notOwed: null, dueOn: '2020-10-05' } as const;
    expect(isOverdue(middle, september, '2020-10-05')).toBe(false);
    expect(isOverdue(middle, september, '2020-10-06')).toBe(true);
    expect(isOverdue({ ...middle, status: 'returned' }, september, '2020-10-06')).toBe(true);
    expect(isOverdue({ ...middle, acceptedAsOf: '2020-09-30' }, september, '2020-10-06')).toBe(false);
  });
});

describe('statusFor', () => {
  it('is the state of the newest version, whatever the order', () => {
    expect(statusFor([], 'bureau')).toBe('missing');
    expect(statusFor([version(1, 'draft')], 'bureau')).toBe('draft');
    expect(statusFor([version(1, 'submitted')], 'bureau')).toBe('submitted');
    expect(statusFor([version(1, 'returned'), version(2, 'draft')], 'bureau')).toBe('draft');
    expect(statusFor([version(2, 'accepted'), version(1, 'returned')], 'bureau')).toBe('accepted');
  });

  it('tells a resubmission from a first one', () => {
    expect(statusFor([version(2, 'submitted'), version(1, 'returned')], 'bureau')).toBe('resubmitted');
    expect(statusFor([version(2, 'submitted'), version(1, 'accepted')], 'bureau')).toBe('submitted');
  });
});

describe('standingVersion', () => {
  it('has the newest as-of day, then the highest number', () => {
    const earlier = version(1, 'accepted', { asOf: '2020-10-10' });
    const later = version(2, 'accepted', { asOf: '2020-10-16' });
    const corrected = version(3, 'accepted', { asOf: '2020-10-16', kind: 'correction' });
    expect(standingVersion([earlier, corrected, later])).toBe(corrected);
    expect(standingVersion([version(4, 'submitted', { asOf: '2020-10-18' }), earlier])).toBe(earlier);
    expect(standingVersion([version(1, 'draft')])).toBeNull();
  });
});

describe('statusFor everybody else', () => {
  it('is the newest state that was sent, whatever the bureau has begun since', () => {
    for (const role of ['official', 'leader', 'administrator'] as const) {
      expect(statusFor([version(1, 'draft')], role)).toBe('missing');
      expect(statusFor([version(1, 'returned'), version(2, 'draft')], role)).toBe('returned');
      expect(statusFor([version(2, 'draft'), version(1, 'accepted')], role)).toBe('accepted');
      expect(statusFor([version(2, 'submitted'), version(1, 'returned')], role)).toBe('resubmitted');
    }
  });
});

describe('visibleVersions', () => {
  it('keeps a draft to the bureau', () => {
    const versions = [version(2, 'draft'), version(1, 'returned')];
    expect(visibleVersions(versions, 'bureau')).toHaveLength(2);
    expect(visibleVersions(versions, 'official').map(({ number }) => number)).toEqual([1]);
  });
});

describe('refusalOf', () => {
  it('lets a bureau save, submit, and after a return save again', () => {
    expect(possible(october(), bureau)).toEqual(['save']);
    expect(possible(october(version(1, 'draft')), bureau)).toEqual(['save', 'submit']);
    expect(possible(october(version(1, 'submitted')), bureau)).toEqual(['withdraw']);
    expect(possible(october(version(1, 'returned')), bureau)).toEqual(['save']);
  });

  it('lets an official accept or return what was submitted', () => {
    expect(possible(october(version(1, 'submitted')), official)).toEqual(['accept', 'return']);
    for (const state of ['draft', 'returned', 'revoked'] as const) {
      expect(possible(october(version(1, state)), official)).toEqual([]);
    }
    expect(possible(october(version(1, 'accepted')), official)).toEqual(['revoke']);
    expect(possible(october(), official)).toEqual([]);
  });

  it('lets an accepted month be reported as of a later day while there is one, and corrected', () => {
    expect(possible(october(version(1, 'accepted')), bureau)).toEqual(['save', 'correct']);
    expect(possible(september(version(1, 'accepted')), bureau)).toEqual(['correct']);
    expect(refusalOf('save', september(version(1, 'accepted')), bureau)).toEqual({
      code: 'as-of-not-newer',
      values: { asOf: '2020-09-30' },
    });
  });

  it('lets a returned correction be sent again', () => {
    const month = september(version(1, 'accepted'), version(2, 'returned', { kind: 'correction' }));
    expect(possible(month, bureau)).toEqual(['correct']);
  });

  it('waits with a correction until the draft of a later day is sent and decided', () => {
    expect(possible(october(version(2, 'draft', { asOf: today }), version(1, 'accepted')), bureau)).toEqual([
      'save',
      'submit',
    ]);
  });

  it('names the state that stands in the way', () => {
    expect(refusalOf('submit', october(version(1, 'submitted')), bureau)).toEqual({
      code: 'illegal-transition',
      values: { state: { zh: '已报送', en: 'submitted' } },
    });
    expect(refusalOf('accept', october(), official)?.values).toEqual({ state: { zh: '未报', en: 'not reported' } });
  });

  it('lets nobody review what they submitted', () => {
    const own = october(version(1, 'submitted', { submittedBy: 'official' }));
    expect(refusalOf('accept', own, official)?.code).toBe('own-submission');
    expect(refusalOf('return', own, official)?.code).toBe('own-submission');
  });

  it('lets no other city, role or leader act', () => {
    const month = october(version(1, 'draft'));
    expect(possible(month, { ...bureau, region: '330300' })).toEqual([]);
    for (const role of ['leader', 'administrator'] as const) expect(possible(month, { ...official, role })).toEqual([]);
    expect(possible(october(version(1, 'submitted')), bureau)).toEqual(['withdraw']);
  });
});

describe('asOfRefusal', () => {
  it('keeps a report within its month and not in the future', () => {
    expect(asOfRefusal('submission', '2020-10-19', october())).toBeNull();
    expect(asOfRefusal('submission', '2020-10-20', october())).toEqual({
      code: 'as-of-outside-month',
      values: { earliest: '2020-10-01', latest: '2020-10-19' },
    });
    expect(asOfRefusal('submission', '2020-09-30', october())?.code).toBe('as-of-outside-month');
  });

  it('takes a report of a later day than the accepted one', () => {
    const month = october(version(1, 'accepted'));
    expect(asOfRefusal('submission', '2020-10-11', month)).toBeNull();
    expect(asOfRefusal('submission', '2020-10-10', month)?.code).toBe('as-of-not-newer');
  });

  it('takes a correction of the day that stands, not of one before, which would not count', () => {
    const month = october(version(1, 'accepted'));
    expect(asOfRefusal('correction', '2020-10-10', month)).toBeNull();
    expect(asOfRefusal('correction', '2020-10-09', month)).toEqual({
      code: 'as-of-outside-month',
      values: { earliest: '2020-10-10', latest: '2020-10-19' },
    });
  });
});

describe('isReason', () => {
  it('takes five characters that say something', () => {
    expect(isReason('请核对面积')).toBe(true);
    expect(isReason('请核对  ')).toBe(false);
    expect(isReason('')).toBe(false);
  });
});

describe('a month past its closing day', () => {
  const closed = { deadline: { closesOn: '2020-10-18' } };
  const bureauMay = (...versions: StoredState[]) => possible({ ...october(...versions), ...closed }, bureau);

  it('takes no first report and no later one, and names the day', () => {
    expect(bureauMay()).toEqual([]);
    expect(bureauMay(version(1, 'draft'))).toEqual([]);
    expect(bureauMay(version(1, 'accepted'))).toEqual(['correct']);
    const refusal = { code: 'month-closed', values: { closesOn: '2020-10-18' } };
    expect(refusalOf('save', { ...october(), ...closed }, bureau)).toEqual(refusal);
    expect(refusalOf('submit', { ...october(version(1, 'draft')), ...closed }, bureau)).toEqual(refusal);
  });

  it('takes again what the department returned, and is reviewed as ever', () => {
    expect(bureauMay(version(1, 'returned'))).toEqual(['save']);
    expect(bureauMay(version(1, 'returned'), version(2, 'draft'))).toEqual(['save', 'submit']);
    expect(possible({ ...october(version(1, 'submitted')), ...closed }, official)).toEqual(['accept', 'return']);
  });

  it('is open on the day itself', () => {
    const last = { deadline: { closesOn: today } };
    expect(possible({ ...october(version(1, 'draft')), ...last }, bureau)).toEqual(['save', 'submit']);
    expect(isClosedToReports([], { closesOn: today }, today)).toBe(false);
    expect(isClosedToReports([], { closesOn: '2020-10-18' }, today)).toBe(true);
    expect(isClosedToReports([], { closesOn: null }, '2100-12-31')).toBe(false);
  });
});
