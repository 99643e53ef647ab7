import { z } from 'zod';
import { pointerTo } from './pointer.ts';
import { Problem, problemTexts, type ProblemCode, type ProblemPointer, type ProblemValue } from './problem.ts';

/** One endpoint's input, part by part. */
export interface Parts<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

/** The schemas of an input's parts. */
interface Schemas<Params, Query, Body> {
  readonly params: z.ZodType<Params, unknown>;
  readonly query: z.ZodType<Query, unknown>;
  readonly body: z.ZodType<Body, unknown>;
}

/** The body's schema of endpoints that read none. */
export const noBody: z.ZodType<undefined, unknown> = z.undefined();

/**
 * Checks all parts of a request against an endpoint's schemas at once, so that every fault is named.
 * A pointer leads into the body; for a part of the address it is the parameter's name.
 * @throws Problem the schema's own code where there is one fault that has one, else `invalid-input`
 */
export function inputReader<Params, Query, Body>({
  params,
  query,
  body,
}: Schemas<Params, Query, Body>): (sent: Parts<unknown, unknown, unknown>) => Parts<Params, Query, Body> {
  const parts: z.ZodType<Parts<Params, Query, Body>> = z.object({ params, query, body });
  return (sent) => {
    const read = parts.safeParse(sent);
    if (read.success) return read.data;
    // Asked again for what was sent, which tells a missing field from one of a wrong type.
    const issues = parts.safeParse(sent, { reportInput: true }).error?.issues ?? [];
    throw inputProblem(issues.map((issue) => ({ ...issue, path: issue.path.slice(1) })));
  };
}

type Issue = z.core.$ZodIssue;

/** More faults than this help nobody. */
const maxPointers = 50;
const maxNameLength = 64;

function inputProblem(issues: readonly Issue[]): Problem {
  const [only, ...others] = issues;
  const own = only === undefined || others.length > 0 ? null : ownPointer(only);
  if (own !== null) return new Problem(own.code, own.values, { pointers: [own] });
  return new Problem('invalid-input', {}, { pointers: issues.flatMap(pointersOf).slice(0, maxPointers) });
}

/** The pointer of an issue whose schema names a code: `refine(…, { params: { code, …values } })`. */
function ownPointer(issue: Issue): ProblemPointer | null {
  if (issue.code !== 'custom' || issue.params === undefined) return null;
  const { code, ...values } = issue.params;
  if (!isProblemCode(code)) return null;
  return { pointer: pointerTo(issue.path), code, values: onlyValues(values) };
}

function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(problemTexts, code);
}

function onlyValues(values: Readonly<Record<string, unknown>>): Record<string, ProblemValue> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  );
}

function pointersOf(issue: Issue): ProblemPointer[] {
  const own = ownPointer(issue);
  if (own !== null) return [own];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => fieldPointer('field-unknown', [...issue.path, key]));
  }
  if (issue.input === undefined) return [fieldPointer('field-missing', issue.path)];
  return [faultPointer(issue)];
}

function faultPointer(issue: Issue): ProblemPointer {
  if (issue.code === 'invalid_type') return fieldPointer('field-type', issue.path);
  const isText = 'origin' in issue && issue.origin === 'string';
  if (isText && issue.code === 'too_big') return fieldPointer('field-too-long', issue.path, Number(issue.maximum));
  if (isText && issue.code === 'too_small') return fieldPointer('field-too-short', issue.path, Number(issue.minimum));
  return fieldPointer('field-form', issue.path);
}

function fieldPointer(code: ProblemCode, path: readonly PropertyKey[], limit?: number): ProblemPointer {
  const field = String(path.at(-1) ?? 'body').slice(0, maxNameLength);
  return { pointer: pointerTo(path), code, values: limit === undefined ? { field } : { field, limit } };
}
