import { describe, expect, it } from 'vitest';
import { numeratorText, readRows } from '#web/features/submissions/form/cells.ts';
import {
  answerRow,
  asOfProblem,
  leaveCell,
  outgoing,
  pasteInto,
  sheetOf,
  typeInto,
} from '#web/features/submissions/form/sheet.ts';
import type { TypedSheet } from '#web/features/submissions/form/typed.ts';
import { figureOf, share, subject, submission, version } from './month.ts';

const month = subject();
const empty = sheetOf(month, null);
const type = (
  sheet: TypedSheet,
  code: string,
  field: Parameters<typeof typeInto>[2]['field'],
  text: string,
): TypedSheet => typeInto(month, sheet, { code, field }, text);

describe('sheetOf', () => {
  it('is empty, with the usual day, where nothing was saved', () => {
    expect(empty.asOf).toBe('2020-10-31');
    expect(outgoing(month, empty, null, 'submission').body.figures).toEqual({});
  });

  it('shows what was saved, and sends the same again', () => {
    const saved = version({ figures: [figureOf('area', 417.55), figureOf('share', 417.55, 1700)], cause: '原因' });
    const { body } = outgoing(month, sheetOf(month, saved), null, 'submission');
    expect(body).toEqual({
      figures: { area: { cumulative: '417.55' }, share: { numerator: '417.55', denominator: '1700.00' } },
      asOf: '2020-10-31',
      note: '',
      cause: '原因',
      remedies: '',
      words: {},
    });
  });

  it('shows an answer in the place of a figure as it is typed, and sends it again with its word', () => {
    const saved = version({
      figures: [figureOf('area', 417.55)],
      absences: { civil: 'not-yet-known', share: 'not-applicable' },
      words: { share: '无新建建筑' },
    });
    const sheet = sheetOf(month, saved);
    expect(sheet.figures['civil']).toMatchObject({ increment: '', cumulative: '尚未掌握' });
    expect(sheet.figures['share']).toEqual({ numerator: null, denominator: '不适用' });
    const { body, complete } = outgoing(month, sheet, null, 'submission');
    expect(complete).toBe(true);
    expect(body.figures).toEqual({
      area: { cumulative: '417.55' },
      civil: { absence: 'not-yet-known' },
      share: { absence: 'not-applicable' },
    });
    expect(body.words).toEqual({ share: '无新建建筑' });
    const again = answerRow(month, sheet, 'civil', null);
    expect(outgoing(month, again, null, 'submission').body.figures).not.toHaveProperty('civil');
    expect(
      outgoing(month, answerRow(month, again, 'steel', 'not-applicable'), null, 'submission').body.figures,
    ).toHaveProperty('steel', { absence: 'not-applicable' });
  });
});

describe('outgoing', () => {
  const acknowledged = { figures: { area: { cumulative: '400.00' } } };

  it('keeps what the server had where a cell cannot be read yet', () => {
    const sent = outgoing(month, type(empty, 'area', 'cumulative', '41x'), acknowledged, 'submission');
    expect(sent).toMatchObject({ body: { figures: { area: { cumulative: '400.00' } } }, complete: false });
  });

  it('leaves out what was emptied', () => {
    expect(outgoing(month, empty, acknowledged, 'submission')).toMatchObject({ body: { figures: {} }, complete: true });
  });

  it('does not send a part that is greater than its whole', () => {
    const sheet = type(type(empty, 'area', 'cumulative', '400'), 'civil', 'cumulative', '400.01');
    expect(readRows(month, sheet).get('civil')).toMatchObject({
      problem: { is: 'exceeds', field: 'cumulative', part: 4_000_100, whole: 4_000_000 },
    });
    expect(outgoing(month, sheet, null, 'submission')).toMatchObject({
      body: { figures: { area: { cumulative: '400.00' } } },
      complete: false,
    });
  });

  it('does not send a numerator that is greater than its denominator', () => {
    const sheet = type(type(empty, 'area', 'cumulative', '400'), 'share', 'denominator', '399');
    expect(readRows(month, sheet).get('share')).toMatchObject({ problem: { is: 'exceeds', field: 'denominator' } });
  });

  it('does not send another numerator than the figure it follows, nor one while that cannot be read', () => {
    const begun = type(type(empty, 'area', 'cumulative', '400'), 'share', 'denominator', '1600');
    const pasted = pasteInto(month, begun, [{ row: 2, column: 0, text: '390' }]);
    expect(readRows(month, pasted).get('share')).toMatchObject({
      problem: { is: 'differs', field: 'numerator', given: 3_900_000, expected: 4_000_000 },
    });
    expect(outgoing(month, pasted, null, 'submission').body.figures).not.toHaveProperty('share');
    // Pasted as it is, it goes on following.
    const same = pasteInto(month, begun, [{ row: 2, column: 0, text: '400.0' }]);
    expect(same.figures['share']).toEqual({ numerator: null, denominator: '1600' });
    for (const text of ['4x', '', '不适用']) {
      const sheet = type(begun, 'area', 'cumulative', text);
      expect(readRows(month, sheet).get('share')).toMatchObject({ problem: { is: 'source', field: 'numerator' } });
    }
  });

  it('does not send a day outside the month', () => {
    const sent = outgoing(month, { ...empty, asOf: '2020-11-01' }, { figures: {}, asOf: '2020-10-20' }, 'submission');
    expect(sent).toMatchObject({ body: { asOf: '2020-10-20' }, complete: false });
  });
});

describe('asOfProblem', () => {
  it('names a day that is none, or lies outside, or is accepted already', () => {
    expect(asOfProblem(month, '', 'submission')).toMatchObject({ code: 'no-such-day' });
    expect(asOfProblem(month, '2020-09-30', 'submission')).toMatchObject({ code: 'as-of-outside-month' });
    const running = subject(submission({ versions: [version({ state: 'accepted', asOf: '2020-10-16' })] }));
    expect(asOfProblem(running, '2020-10-16', 'submission')).toMatchObject({ code: 'as-of-not-newer' });
    expect(asOfProblem(running, '2020-10-16', 'correction')).toBeNull();
  });
});

describe('pasteInto', () => {
  it('fills a column and computes the linked texts', () => {
    const sheet = pasteInto(month, empty, [
      { row: 0, column: 1, text: '417.55' },
      { row: 1, column: 1, text: '200' },
    ]);
    expect(sheet.figures['area']).toEqual({ increment: '69.55', cumulative: '417.55', by: 'cumulative' });
    // 200.00 − 174.00
    expect(sheet.figures['civil']).toMatchObject({ increment: '26.00' });
  });

  it('fills two columns as they stand, without mending one by the other', () => {
    const sheet = pasteInto(month, empty, [
      { row: 0, column: 0, text: '5' },
      { row: 0, column: 1, text: '400' },
    ]);
    expect(sheet.figures['area']).toEqual({ increment: '5', cumulative: '400', by: 'both' });
  });

  it('fills numerator and denominator of a ratio', () => {
    const sheet = pasteInto(month, empty, [
      { row: 2, column: 0, text: '390' },
      { row: 2, column: 1, text: '1600' },
    ]);
    expect(sheet.figures['share']).toEqual({ numerator: '390', denominator: '1600' });
  });
});

describe('a numerator that follows another indicator', () => {
  const followed = type(empty, 'area', 'cumulative', '118.93');

  it('stays empty while somebody empties it to type another', () => {
    const emptied = type(followed, 'share', 'numerator', '');
    expect(numeratorText(share, emptied)).toBe('');
    // The digit typed next is the first one, not one behind what it followed.
    expect(numeratorText(share, type(emptied, 'share', 'numerator', '6'))).toBe('6');
  });

  it('follows its source again once it is left empty', () => {
    const left = leaveCell(month, type(followed, 'share', 'numerator', ' '), { code: 'share', field: 'numerator' });
    expect(numeratorText(share, left)).toBe('118.93');
  });

  it('keeps what was typed once it is left', () => {
    const own = type(followed, 'share', 'numerator', '390');
    expect(leaveCell(month, own, { code: 'share', field: 'numerator' })).toBe(own);
    expect(leaveCell(month, own, { code: 'share', field: 'denominator' })).toBe(own);
  });
});
