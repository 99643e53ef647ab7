/** Calendars as RFC 5545 writes them: lines end with CR LF, are folded at 75 octets, and texts are escaped. Pure. */

/** Something that lasts a whole day. */
export interface DayEntry {
  /** The same for the same thing each time, so that a calendar program replaces and does not double it. */
  readonly uid: string;
  /** `yyyy-mm-dd` */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  /** Rises with each change. */
  readonly sequence: number;
}

const maxOctets = 75;
const maxText = 20_000;

/** A calendar of whole days; `stamp` is when it was made. */
export function calendarOf(name: string, entries: readonly DayEntry[], stamp: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Xushi//Items due//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => linesOf(entry, instantOf(stamp))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, day, summary, description, sequence }: DayEntry, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    // The first day that is no longer part of it.
    `DTEND;VALUE=DATE:${dayAfter(day).replaceAll('-', '')}`,
    `SEQUENCE:${sequence}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** `20201019T010000Z` */
const instantOf = (instant: Date): string => instant.toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** A text as a value: backslash, semicolon and comma are escaped, a line break is `\n`; other control characters go. */
function escaped(text: string): string {
  return text
    .slice(0, maxText)
    .replaceAll(/\r\n?|\n/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', String.raw`\n`);
}

/** A line in parts of at most 75 octets, each after the first behind a blank; never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > maxOctets) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n');
}
