/** The calendar that an office works by: a year's rule, its holidays, its first month, when it is quiet. Safe in a browser. */
import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { day, instant, month, year } from '../http/shapes.ts';

/** A day of the month after the reported one: the nth of the calendar or the nth working day. */
const dayRule = z.strictObject({ count: z.enum(['calendar', 'working']), day: z.number().int().min(1).max(31) });

/** How the months of a year are reported. */
export const yearRule = z.strictObject({
  /** The last day on which a report is in time. */
  onTime: dayRule,
  /** The last day on which bureaus can report at all; null where they always can. */
  closes: dayRule.nullable(),
  /** Whether a day of the calendar on which nobody works moves to the next working day. */
  dayOff: z.enum(['stays', 'moves']),
  /** Whether January is owed alone, or February's report covers it. */
  january: z.enum(['alone', 'with-february']),
});
export type YearRule = z.infer<typeof yearRule>;

/** A day that is not what its weekday says, and the document that says so. */
export const specialDay = z.strictObject({
  day,
  kind: z.enum(['off', 'working']),
  name: z.string().trim().min(1).max(40),
  source: z.string().trim().min(1).max(80),
});
export type SpecialDay = z.infer<typeof specialDay>;

/** More than any notice ever named. */
const maxSpecialDays = 120;
export const specialDays = z.array(specialDay).min(1).max(maxSpecialDays);

/** The first month that is owed; null where every month is. */
export const startMonth = z.strictObject({ from: z.strictObject({ year, month }).nullable() });

const hour = z.number().int().min(0).max(23).nullable();

/** When no mail goes out: between two hours of the office's clock, both or neither, and on days on which nobody works. */
export const quietTime = z.strictObject({ from: hour, until: hour, daysOff: z.boolean() });
export type QuietTime = z.infer<typeof quietTime>;

/** What stands behind a part of the calendar: nobody decided where `version` is 0, and no person where there is no author. */
const decided = {
  /** How many decisions there are: what `If-Match` must name for the next one. */
  version: z.number().int(),
  author: z.string().nullable(),
  reason: z.string().nullable(),
  decidedAt: instant.nullable(),
};

const reportingCalendar = z.object({
  year: z.number().int(),
  rule: z.object({ ...decided, value: yearRule }),
  /** By day. Weekends need no line. */
  holidays: z.object({ ...decided, days: z.array(specialDay) }),
  /** The days of the next year, in which December is due; empty where nobody entered them yet. */
  nextHolidays: z.array(specialDay),
  start: startMonth.extend(decided),
  quiet: z.object({ ...decided, value: quietTime }),
  can: z.object({ set: z.boolean() }),
});
export type ReportingCalendar = z.infer<typeof reportingCalendar>;

const reason = z.string().max(2000);
const changing = { access: ['official'], reply: reportingCalendar, versioned: 'required', idempotent: true } as const;

export const getReportingCalendar = endpoint({
  name: 'getReportingCalendar',
  method: 'GET',
  path: '/api/reporting-calendar/:year',
  summary: 'How a year is reported: its rule, its holidays, the month that the office begins with, and who decided so',
  access: ['official', 'bureau', 'leader'],
  params: z.strictObject({ year }),
  reply: reportingCalendar,
});

export const setYearRule = endpoint({
  ...changing,
  name: 'setYearRule',
  method: 'PUT',
  path: '/api/reporting-calendar/:year/rule',
  summary:
    'Say by which day a year’s months are reported, when they close, and whether January is reported with February. `If-Match` names `rule.version`',
  params: z.strictObject({ year }),
  body: yearRule.extend({ reason }),
});

export const setHolidays = endpoint({
  ...changing,
  name: 'setHolidays',
  method: 'PUT',
  path: '/api/reporting-calendar/:year/holidays',
  summary:
    'Put the holidays and shifted working days of a year in the place of those before, each with its document. `If-Match` names `holidays.version`',
  params: z.strictObject({ year }),
  body: z.strictObject({ days: specialDays, reason }),
});

export const setStartMonth = endpoint({
  ...changing,
  name: 'setStartMonth',
  method: 'PUT',
  path: '/api/reporting-calendar/:year/start',
  summary:
    'Say from which month on the office reports: months before are owed by nobody, and can be entered all the same; null for every month. `If-Match` names `start.version`',
  params: z.strictObject({ year }),
  body: startMonth.extend({ reason }),
});

export const setQuietTime = endpoint({
  ...changing,
  name: 'setQuietTime',
  method: 'PUT',
  path: '/api/reporting-calendar/:year/quiet-time',
  summary:
    'Say between which hours, and whether on days off, no mail of notices goes out, whoever asked for it. `If-Match` names `quiet.version`',
  params: z.strictObject({ year }),
  body: quietTime.extend({ reason }),
});
