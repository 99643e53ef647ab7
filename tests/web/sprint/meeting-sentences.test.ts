/** What a city's page of the meeting mode says, in both languages. */
import { beforeAll, describe, expect, it } from 'vitest';
import { meetingSentence } from '#web/features/sprint/meeting/city-sentence.ts';
import type { SprintRow } from '#web/features/sprint/sprint-view.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { row, share, viewOf } from './meeting-views.ts';
import { emptyStanding } from './rows.ts';

const reached = { kind: 'reached' } as const;

const languages = ['zh', 'en'] as const;
let language: (typeof languages)[number] = 'zh';
const said = (of: SprintRow, view = viewOf()): string => meetingSentence(of, view, { t: textNow, language });
const begin = async (next: typeof language): Promise<void> => {
  language = next;
  await startText(next);
};

describe.each(languages)('a city’s sentence in the meeting mode, %s', (spoken) => {
  beforeAll(() => begin(spoken));
  const is = (actual: string, zh: string, en: string): void =>
    expect(actual).toBe(`Wenzhou${spoken === 'zh' ? '：' : ': '}${spoken === 'zh' ? zh : en}`);

  it('says what is needed by when, rounded up, and what by the year’s end', () => {
    is(
      said(row({})),
      '10月31日前再增 117.9 万㎡ 转正常；年底前 252',
      '117.9 × 10k m² more by 31 October to be on pace; 252 by the year’s end',
    );
  });

  it('counts from the figure’s day where that is in the running month', () => {
    const running = viewOf({ tense: 'running' }, { month: 10 });
    const wayOut = [{ level: 'on-pace' as const, add: 48, by: '2020-10-31', denominatorAdded: null }];
    is(
      said(row({ asOf: '2020-10-16', wayOut, remaining: 182.05 }), running),
      '10月16日起至10月31日再增 48 万㎡ 转正常；年底前 182.1',
      '48 × 10k m² more from 16 October to 31 October to be on pace; 182.1 by the year’s end',
    );
    // On 2 November a city that has not reported since September is asked for nothing whose day has passed.
    const november = viewOf({ tense: 'running' }, { month: 11, today: '2020-11-02' });
    is(
      said(row({}), november),
      '数据只到9月30日；年底前再增 252 万㎡ 完成年度目标',
      'no figures after 30 September; 252 × 10k m² more by the year’s end for the target',
    );
  });

  it('does not say the same amount twice where being on pace is being done', () => {
    const wayOut = [{ level: 'on-pace' as const, add: 252, by: '2020-12-31', denominatorAdded: null }];
    const december = viewOf({}, { month: 11, today: '2020-12-03' });
    is(
      said(row({ asOf: '2020-11-30', wayOut }), december),
      '12月31日前再增 252 万㎡ 完成年度目标',
      '252 × 10k m² more by 31 December to reach the annual target',
    );
  });

  it('says so where nothing leads to the pace by the next report', () => {
    const sentences = [
      row({ wayOut: [] }),
      row({ wayOut: [{ level: 'on-pace', add: null, by: '2020-10-31', denominatorAdded: null }] }),
    ].map((one) => said(one));
    for (const one of sentences) {
      is(
        one,
        '下次报送前转不了正常；年底前再增 252 万㎡ 完成年度目标',
        'cannot be on pace by the next report; 252 × 10k m² more by the year’s end for the target',
      );
    }
  });

  it('asks a city on pace for the rest alone, and one that is there for nothing', () => {
    is(
      said(row({ level: 'on-pace', wayOut: [], remaining: 118.2 }, { kind: 'will', projection: 910 })),
      '进度正常；年底前再增 118.2 万㎡ 完成年度目标',
      'on pace; 118.2 × 10k m² more by the year’s end for the annual target',
    );
    is(
      said(row({ level: 'achieved', completion: 1.3189, wayOut: [] }, reached)),
      '已完成年度目标，达 131.9%',
      'annual target reached, at 131.9%',
    );
  });

  it('speaks of a ratio’s share and its target', () => {
    const view = viewOf({ indicator: share });
    // 30 % less 25.3 %: 4.7 points.
    const ratio = { target: 0.3, actual: 0.253, completion: 0.253 / 0.3 };
    is(
      said(row(ratio, { kind: 'unknown' }), view),
      '占比 25.3%，比目标 30% 低 4.7 个百分点',
      'a share of 25.3%, 4.7 points below the target of 30%',
    );
    is(
      said(row({ ...ratio, actual: 0.312 }, reached), view),
      '占比 31.2%，达到目标 30%',
      'a share of 31.2%, at its target of 30%',
    );
    is(
      said(row(ratio, { kind: 'missed', missing: 0.047 }), { ...view, tense: 'over' }),
      '2020年占比 25.3%，没有达到目标 30%',
      'a share of 25.3% in 2020, below its target of 30%',
    );
  });

  it('speaks of a past month in the past', () => {
    const may = viewOf({ tense: 'past' }, { month: 5 });
    is(
      said(row({ gapPoints: -8.12, remaining: 460 }), may),
      '5月末低于序时 8.1 个百分点，离年度目标还差 460 万㎡',
      '8.1 points below the expected pace at the end of May, with 460 × 10k m² still to do for the year',
    );
    is(
      said(row({ gapPoints: null }), may),
      '5月末离年度目标还差 252 万㎡',
      'at the end of May 252 × 10k m² were still to do for the year',
    );
    is(
      said(row({ completion: 1.05 }, reached), may),
      '5月末已完成年度目标，达 105%',
      'had reached its annual target by the end of May, at 105%',
    );
  });

  it('speaks of a year that has ended in the past', () => {
    const over = viewOf({ tense: 'over' }, { year: 2019, month: 12 });
    is(
      said(row({ completion: 1.17 }, reached), over),
      '2019年完成了年度目标，达 117%',
      'reached its annual target of 2019, at 117%',
    );
    is(
      said(row({ completion: 0.92 }, { kind: 'missed', missing: 48.04 }), over),
      '2019年没有完成年度目标，差 48 万㎡（完成 92%）',
      'missed its annual target of 2019 by 48 × 10k m², at 92%',
    );
    is(
      said(row({}, { kind: 'unknown' }), over),
      '没有2019年底的数据或目标，不能判断',
      'no figure of the end of 2019, or no target',
    );
  });

  it('says what is missing to say more', () => {
    const none = { ...emptyStanding, completion: null };
    const unknown = { kind: 'unknown' } as const;
    is(
      said(row({ ...none, target: 600 }, unknown)),
      '尚无已通过数据；年度目标 600 万㎡',
      'nothing accepted yet; the annual target is 600 × 10k m²',
    );
    is(
      said(row({ ...none, actual: 40 }, unknown)),
      '未定年度目标；已完成 40 万㎡',
      'no annual target; 40 × 10k m² done',
    );
    const nothing = '未定年度目标，尚无已通过数据';
    is(said(row(none, unknown)), nothing, 'no annual target, and nothing accepted yet');
    is(said({ ...row({}, unknown), standing: null }), nothing, 'no annual target, and nothing accepted yet');
  });
});
