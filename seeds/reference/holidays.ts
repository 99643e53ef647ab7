import type { SpecialDay } from '#api/deadlines/calendar-contract.ts';
import { shiftDay } from '#api/measures/calendar.ts';

/** From and to, both included, as a notice names them. */
type Span = readonly [from: string, to: string];

/** What a notice of the State Council's General Office says of one holiday. */
interface Holiday {
  readonly name: string;
  readonly off: Span;
  /** The days at weekends on which people work for it. */
  readonly working?: readonly string[];
  /** The document, where it is not the year's own. */
  readonly source?: string;
}

const years: readonly { readonly year: number; readonly source: string; readonly holidays: readonly Holiday[] }[] = [
  {
    year: 2019,
    source: '国办发明电〔2018〕15号',
    holidays: [
      { name: '元旦', off: ['2019-01-01', '2019-01-01'] },
      { name: '春节', off: ['2019-02-04', '2019-02-10'], working: ['2019-02-02', '2019-02-03'] },
      { name: '清明节', off: ['2019-04-05', '2019-04-05'] },
      {
        name: '劳动节',
        off: ['2019-05-01', '2019-05-04'],
        working: ['2019-04-28', '2019-05-05'],
        source: '国办发明电〔2019〕3号',
      },
      { name: '端午节', off: ['2019-06-07', '2019-06-07'] },
      { name: '中秋节', off: ['2019-09-13', '2019-09-13'] },
      { name: '国庆节', off: ['2019-10-01', '2019-10-07'], working: ['2019-09-29', '2019-10-12'] },
    ],
  },
  {
    year: 2020,
    source: '国办发明电〔2019〕16号',
    holidays: [
      { name: '元旦', off: ['2020-01-01', '2020-01-01'] },
      { name: '春节', off: ['2020-01-24', '2020-01-30'], working: ['2020-01-19'] },
      // The first notice had people work on 1 February; the second one gave three days more instead.
      { name: '春节（延长）', off: ['2020-01-31', '2020-02-02'], source: '国办发明电〔2020〕1号' },
      { name: '清明节', off: ['2020-04-04', '2020-04-06'] },
      { name: '劳动节', off: ['2020-05-01', '2020-05-05'], working: ['2020-04-26', '2020-05-09'] },
      { name: '端午节', off: ['2020-06-25', '2020-06-27'], working: ['2020-06-28'] },
      { name: '国庆节、中秋节', off: ['2020-10-01', '2020-10-08'], working: ['2020-09-27', '2020-10-10'] },
    ],
  },
  {
    year: 2021,
    source: '国办发明电〔2020〕27号',
    holidays: [
      { name: '元旦', off: ['2021-01-01', '2021-01-03'] },
      { name: '春节', off: ['2021-02-11', '2021-02-17'], working: ['2021-02-07', '2021-02-20'] },
      { name: '清明节', off: ['2021-04-03', '2021-04-05'] },
      { name: '劳动节', off: ['2021-05-01', '2021-05-05'], working: ['2021-04-25', '2021-05-08'] },
      { name: '端午节', off: ['2021-06-12', '2021-06-14'] },
      { name: '中秋节', off: ['2021-09-19', '2021-09-21'], working: ['2021-09-18'] },
      { name: '国庆节', off: ['2021-10-01', '2021-10-07'], working: ['2021-09-26', '2021-10-09'] },
    ],
  },
];

/** The years whose holidays the program brings, each as an office would enter it. */
export const holidayYears: readonly {
  readonly year: number;
  readonly source: string;
  readonly days: readonly SpecialDay[];
}[] = years.map(({ year, source, holidays }) => ({
  year,
  source,
  days: holidays
    .flatMap(({ name, off, working = [], source: own = source }) => [
      ...daysOf(off).map((day) => ({ day, kind: 'off' as const, name, source: own })),
      ...working.map((day) => ({ day, kind: 'working' as const, name: `${name}调休`, source: own })),
    ])
    .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
}));

function daysOf([from, to]: Span): readonly string[] {
  const days = [from];
  for (let day = from; day < to;) {
    day = shiftDay(day, 1);
    days.push(day);
  }
  return days;
}
