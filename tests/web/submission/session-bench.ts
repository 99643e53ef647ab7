/** A session of editing whose clock, network and device are in the test's hands. */
import type { ProblemDocument } from '#api/http/problem.ts';
import type { Draft } from '#api/submissions/contract.ts';
import { runDraftSession } from '#web/features/submissions/form/draft-runner.ts';
import type { SaveAnswer, SessionStart } from '#web/features/submissions/form/draft-session.ts';
import { outgoing, sheetOf, typeInto } from '#web/features/submissions/form/sheet.ts';
import type { TypedSheet } from '#web/features/submissions/form/typed.ts';
import { figureOf, subject, submission, version } from './month.ts';

export interface Sent {
  readonly body: Draft;
  readonly version: number;
  readonly key: string;
  readonly answer: (answer: SaveAnswer) => Promise<void>;
}

export const month = subject();
export const untouched = sheetOf(month, null);
export const typed = (cumulative: string): TypedSheet =>
  typeInto(month, untouched, { code: 'area', field: 'cumulative' }, cumulative);

export const problem = (status: number, code: string): ProblemDocument => ({
  type: '',
  title: '',
  status,
  detail: code,
  instance: '',
  code,
  errors: [],
});

/** What the server holds after a save of an area as its version `number`. */
export const stored = (area: number, number: number) =>
  submission({ version: number, status: 'draft', versions: [version({ figures: [figureOf('area', area)] })] });

export const startOn = (of: ReturnType<typeof submission>): SessionStart => ({
  acknowledged: sheetOf(month, of.versions[0] ?? null),
  version: of.version,
  savedAt: of.versions[0]?.savedAt ?? null,
});

/** A session whose clock, network and device are in the test's hands. */
export function bench(start: SessionStart = startOn(submission())) {
  const sent: Sent[] = [];
  const timers: { readonly milliseconds: number; readonly run: () => void }[] = [];
  const device: { kept: TypedSheet | null; basedOn: number | null; hasRoom: boolean } = {
    kept: null,
    basedOn: null,
    hasRoom: true,
  };
  const session = runDraftSession(start, {
    send: (body, version, key) => {
      const { promise, resolve } = Promise.withResolvers<SaveAnswer>();
      const answer = async (given: SaveAnswer): Promise<void> => {
        resolve(given);
        await settled();
      };
      sent.push({ body, version, key, answer });
      return promise;
    },
    outgoing: (sheet, acknowledged) => outgoing(month, sheet, acknowledged, 'submission'),
    startOn,
    keep: (sheet, basedOn) => {
      if (!device.hasRoom) return false;
      device.kept = sheet;
      device.basedOn = basedOn;
      return true;
    },
    forget: () => {
      device.kept = null;
    },
    later: (milliseconds, run) => {
      const timer = { milliseconds, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
    },
    name: 'key',
  });
  const leave = session.subscribe(() => undefined);
  const elapse = async (): Promise<number> => {
    const timer = timers.shift();
    timer?.run();
    await settled();
    return timer?.milliseconds ?? 0;
  };
  return { session, sent, timers, device, leave, elapse };
}

export const settled = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** The n-th save that was sent, from 0. */
export const nth = (sent: readonly Sent[], index: number): Sent => sent[index]!;
