/** A problem: its code of the closed list, its values, and its sentence in a language. Safe in a browser. */
import { z } from 'zod';
import { problemTexts } from './problem-texts.ts';

export { problemTexts };

export type ProblemCode = keyof typeof problemTexts;
export type Language = 'zh' | 'en';

export const problemCodes = Object.keys(problemTexts) as ProblemCode[]; // Object.keys loses the literal keys of a constant

/** The one error that is thrown on purpose: a code, the values its sentence names, and where in the input it is. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly values: ProblemValues;
  readonly pointers: readonly ProblemPointer[];
  readonly current: unknown;

  constructor(
    code: ProblemCode,
    values: ProblemValues = {},
    more: { pointers?: readonly ProblemPointer[]; current?: unknown } = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.values = values;
    this.pointers = more.pointers ?? [];
    this.current = more.current;
  }
}

/** A value named in a sentence: plain, or in both languages. */
export type ProblemValue = string | number | { readonly zh: string; readonly en: string };
type ProblemValues = Readonly<Record<string, ProblemValue>>;

/** One field's problem; `pointer` is a JSON Pointer into the request's body. */
export interface ProblemPointer {
  readonly pointer: string;
  readonly code: ProblemCode;
  readonly values: ProblemValues;
}

/** The problem's sentence in a language, its values filled in. */
export function problemSentence(code: ProblemCode, values: ProblemValues, language: Language): string {
  return problemTexts[code][language].replaceAll(/\{(\w+)\}/g, (whole, key: string) => {
    const value = values[key];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** RFC 9457, with our closed list of codes. */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })),
  /** For `stale-version`: the thing as it stands now, in the shape of the endpoint's reply. */
  current: z.unknown().optional(),
});
export type ProblemDocument = z.infer<typeof problemDocument>;
