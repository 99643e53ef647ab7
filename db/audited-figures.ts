/** What the audit trail kept of figures when they were sent, so that an altered figure can be told from the others. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { auditEvents } from './schema.ts';
import { contentsOf } from './sealed-rows.ts';

/** A figure that is another one than was sent: base units, a ratio's as numerator and denominator. Null where there is none. */
export interface DifferingFigure {
  readonly indicator: string;
  readonly sent: string | null;
  readonly found: string | null;
}

/** The figures of a submission version that differ from those that the audit trail tells of; none where it does not tell. */
export async function differingFigures(reader: Reader, versionId: string): Promise<readonly DifferingFigure[]> {
  const version = (await contentsOf(reader, 'submission_version', [versionId])).get(versionId);
  if (version === undefined) return [];
  const object = `${version['year']}-${String(version['month']).padStart(2, '0')}/${version['region']}`;
  const events = await reader
    .select({ detail: auditEvents.detail })
    .from(auditEvents)
    .where(
      and(eq(auditEvents.object, object), inArray(auditEvents.action, ['submission.submit', 'submission.correct'])),
    );
  const sent = events.find(({ detail }) => detail['number'] === version['number'])?.detail['figures'];
  if (!isRecord(sent)) return [];
  const held = isRecord(version['figures']) ? version['figures'] : {};
  return [...new Set([...Object.keys(sent), ...Object.keys(held)])]
    .toSorted()
    .map((indicator) => ({ indicator, sent: amountOf(sent[indicator]), found: amountOf(held[indicator]) }))
    .filter((one) => one.sent !== one.found);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A figure as it is sealed, or what the audit trail keeps of one: a number, or a pair. */
function amountOf(figure: unknown): string | null {
  if (figure === undefined) return null;
  if (Array.isArray(figure)) return figure.join('/');
  if (!isRecord(figure)) return String(figure);
  const { value, denominator } = figure;
  return denominator === null ? String(value) : `${String(value)}/${String(denominator)}`;
}
