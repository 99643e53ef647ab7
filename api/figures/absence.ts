/** The two answers beside a number, as they are stored and as people write them. Neither is zero. Safe in a browser. */

/** `not-applicable` 不适用: the indicator concerns nothing in this city. `not-yet-known` 尚未掌握: there is a figure, and nobody has it yet. */
export const absences = ['not-applicable', 'not-yet-known'] as const;
export type Absence = (typeof absences)[number];

export const absenceWords: Readonly<Record<Absence, { readonly zh: string; readonly en: string }>> = {
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-yet-known': { zh: '尚未掌握', en: 'not yet known' },
};

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

const byWords = new Map<string, Absence>([
  ...absences.flatMap((absence) => {
    const { zh, en } = absenceWords[absence];
    return [zh, en, absence].map((word): [string, Absence] => [plain(word), absence]);
  }),
  ['n/a', 'not-applicable'],
]);

/**
 * What a cell's text answers in the place of a number, in forms, files and requests alike: `不适用`, `not applicable` and `N/A`,
 * `尚未掌握` and `not yet known`. Null for anything else, which `readFigure` reads: an empty cell answers nothing.
 */
export function readAbsence(input: number | string | null): Absence | null {
  return typeof input === 'string' ? (byWords.get(plain(input)) ?? null) : null;
}
