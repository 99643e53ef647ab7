/** What a bureau holds in its hands once it has sent a month: a number, and a short code of all that was sent. */
import { createHash } from 'node:crypto';
import type { FiguredVersion } from '#db/submissions.ts';
import type { SubmissionVersion } from './contract.ts';

/**
 * The receipt of a version; null of one that was not sent. `number` is city, month and version, `331100-2020-10-1`. `code` is the
 * beginning of the SHA-256 of what was sent, `4F0A-91C3-77E2`: the same for ever, because what was sent never changes, and
 * another one where any figure or word differs.
 */
export function receiptOf(version: FiguredVersion): SubmissionVersion['receipt'] {
  const { region, year, month, number, submittedAt } = version;
  if (submittedAt === null) return null;
  const code = createHash('sha256')
    .update(JSON.stringify(contentOf(version)))
    .digest('hex')
    .slice(0, 12)
    .toUpperCase();
  return {
    number: `${region}-${year}-${String(month).padStart(2, '0')}-${number}`,
    code: code.replaceAll(/(.{4})(?=.)/g, '$1-'),
  };
}

/** In one order, whatever order the rows and keys came in. */
function contentOf(version: FiguredVersion) {
  const { region, year, month, number, kind, asOf, submittedAt, note, cause, remedies, absences, words } = version;
  const figures = version.figures.map(({ indicator, cumulative, denominator }) => [indicator, cumulative, denominator]);
  const of = (held: Readonly<Record<string, string>> | null) => Object.entries(held ?? {}).toSorted(byCode);
  return [
    [region, year, month, number, kind, asOf, submittedAt],
    figures.toSorted(byCode),
    [of(absences), of(words), note, cause, remedies],
  ];
}

const byCode = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
