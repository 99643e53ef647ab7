/** The queue's addresses: `open=2020-10-331100` names a month of a region. */
import type { SubmissionLine } from '#api/submissions/contract.ts';

export interface Place {
  readonly year: number;
  readonly month: number;
  readonly region: string;
}

/** A place as the address writes it: `2020-10-331100`. */
export function placeKey({ year, month, region }: Place): string {
  return `${year}-${String(month).padStart(2, '0')}-${region}`;
}

/** Where a person's reason for returning a month is kept until it is sent. */
export function reasonKey(person: string, place: Place): string {
  return `xushi.return-reason.${person}.${placeKey(place)}`;
}

/** The place that an address names; null where it cannot be read. */
export function parsePlace(text: string | undefined): Place | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])-([0-9A-Za-z-]{2,20})$/.exec(text ?? '');
  const [, year, month, region] = match ?? [];
  return year === undefined || month === undefined || region === undefined
    ? null
    : { year: Number(year), month: Number(month), region };
}

/** Those that can be accepted together: they give no reason to ask, and are not the person's own. */
export function togetherOf(waiting: readonly SubmissionLine[], person: string): readonly SubmissionLine[] {
  return waiting.filter(({ hints, submittedBy }) => hints.length === 0 && submittedBy !== person);
}

/** The one to read after a decision: the next in the queue, else the one before; null where nothing is left. */
export function nextAfter(waiting: readonly SubmissionLine[], decided: Place): SubmissionLine | null {
  const at = waiting.findIndex((line) => placeKey(line) === placeKey(decided));
  return waiting[at + 1] ?? waiting[at - 1] ?? waiting.find((line) => placeKey(line) !== placeKey(decided)) ?? null;
}
