/** What is left out of a month's versions changes nothing of what pages and rules read from those that are sent. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubmissionVersion } from '#api/submissions/contract.ts';
import { asOfRefusal } from '#api/submissions/as-of-refusal.ts';
import { standingVersion, statusFor, wholeVersion } from '#api/submissions/lifecycle.ts';
import { shownVersions } from '#api/submissions/shown-versions.ts';
import {
  currentVersion,
  returnedVersion,
  shownAbsences,
  shownFigures,
  standingFigures,
  submissionWindow,
  versionToEdit,
} from '#web/parts/submissions/subject.ts';
import { figureOf, submission, version } from './month.ts';

const codes = ['area', 'civil', 'share', 'steel', 'projects'] as const;

const indicators = codes.map((code) => ({ code }));

/** What may be said of a version: reports, corrections of some figures, what was entered, taken back and returned. */
const aVersion = fc.record({
  kind: fc.constantFrom('submission', 'correction', 'correction', 'correction'),
  state: fc.constantFrom('accepted', 'accepted', 'accepted', 'returned', 'withdrawn', 'revoked'),
  newest: fc.constantFrom(null, 'draft', 'submitted'),
  asOf: fc.constantFrom('2020-10-10', '2020-10-20', '2020-10-31'),
  figures: fc.subarray([...codes], { maxLength: 3 }),
  absences: fc.subarray([...codes], { maxLength: 2 }),
  absence: fc.constantFrom('not-applicable', 'not-yet-known'),
  value: fc.integer({ min: 0, max: 1000 }),
  packageMonth: fc.constantFrom(null, null, null, 9),
  entered: fc.constantFrom('no', 'no', 'no', 'whole', 'part'),
});
type AVersion = typeof aVersion extends fc.Arbitrary<infer Value> ? Value : never;

/** A month's versions, the newest first; the newest alone may still be a draft, or wait. */
const versionsOf = (said: readonly AVersion[]): SubmissionVersion[] =>
  said.map((one, at) =>
    version({
      number: said.length - at,
      kind: at === said.length - 1 ? 'submission' : one.kind,
      state: at === 0 ? (one.newest ?? one.state) : one.state,
      asOf: one.asOf,
      figures: one.figures.map((code, index) => figureOf(code, one.value + index)),
      absences: Object.fromEntries(
        one.absences.filter((code) => !one.figures.includes(code)).map((code) => [code, one.absence]),
      ),
      packageMonth: one.packageMonth,
      entered: one.entered === 'no' ? null : { load: 'load-1', fileName: null },
      ...(one.entered === 'part' && { partial: true }),
    }),
  );

const withLoad = (one: SubmissionVersion) => ({ ...one, load: one.entered?.load ?? null });

const byCode = <Value>(entries: Iterable<readonly [string, Value]>) => Object.fromEntries([...entries].toSorted());

/** All that is read from a month's versions. */
function readOf(versions: readonly SubmissionVersion[]) {
  const month = submission({ versions: [...versions] });
  const window = { earliest: '2020-10-01', latest: '2020-10-31', usual: '2020-10-31' };
  return {
    current: currentVersion(month),
    returned: returnedVersion(month),
    edited: versionToEdit(month),
    standing: standingVersion(versions),
    whole: wholeVersion(versions),
    status: statusFor(versions, 'bureau'),
    window: submissionWindow(month),
    figures: byCode(standingFigures(month).map((figure) => [figure.indicator, figure])),
    shown: byCode(shownFigures(month)),
    absences: byCode(Object.entries(shownAbsences(month))),
    refusals: ['2020-10-05', '2020-10-15', '2020-10-25', '2020-10-31'].flatMap((day) => [
      asOfRefusal('submission', day, { versions, window }),
      asOfRefusal('correction', day, { versions, window }),
    ]),
  };
}

/** So many accepted versions, each of which names every figure. */
const whole = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    withLoad(version({ number: count - at, state: 'accepted', figures: codes.map((code) => figureOf(code, at)) })),
  );

describe('the versions that are sent with a month', () => {
  it('say all that every one of them together says, in random histories', () => {
    let left = 0;
    fc.assert(
      fc.property(fc.array(aVersion, { minLength: 1, maxLength: 60, size: 'max' }), (said) => {
        const all = versionsOf(said).map(withLoad);
        const { versions, recent, earlier } = shownVersions(all, indicators);
        left += earlier;
        expect(versions.length + earlier).toBe(all.length);
        expect(versions.slice(0, recent)).toEqual(all.slice(0, recent));
        expect(readOf(versions)).toEqual(readOf(all));
      }),
      { numRuns: 2000 },
    );
    expect(left).toBeGreaterThan(10_000);
  });

  it('are all of them where they are few, and few where all were accepted whole', () => {
    expect(shownVersions(whole(11), indicators)).toEqual({ versions: whole(11), recent: 11, earlier: 0 });
    expect(shownVersions(whole(100), indicators)).toEqual({
      versions: whole(100).slice(0, 11),
      recent: 11,
      earlier: 89,
    });
  });
});
