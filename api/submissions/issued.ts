/** What was issued on accepted figures, so that they can no longer be taken back but only be corrected. */
import { listIssuedSince } from '#db/bulletins.ts';
import type { Reader } from '#db/dialect';
import { listEscalations, listEvents, listVersionsSince } from '#db/interviews.ts';
import type { VersionRow } from '#db/submissions.ts';
import type { ProblemValue } from '../http/problem.ts';

type Issued = Readonly<Record<'what', ProblemValue>>;

/**
 * What of a city rests on its figures since they were accepted: a bulletin that names it, a notice of an interview or its minutes, an
 * item that the data closed, a step of the ladder. Null where nothing does.
 */
export async function issuedOn(reader: Reader, { region, year, month, decidedAt }: VersionRow): Promise<Issued | null> {
  const since = decidedAt ?? '';
  const [bulletin] = await listIssuedSince(reader, { year, month, since });
  if (bulletin !== undefined) {
    const { issueNumber, documentNumber } = bulletin;
    return {
      what: {
        zh: `通报第${issueNumber}期（${documentNumber}）`,
        en: `bulletin No. ${issueNumber} (${documentNumber})`,
      },
    };
  }
  const interview = (await listVersionsSince(reader, since)).find(
    ({ action, details }) =>
      (action === 'call' || action === 'hold') && details.areas.some((area) => area.region === region),
  );
  if (interview !== undefined) {
    const { heldOn, titleZh, titleEn } = interview;
    return { what: { zh: `约谈“${titleZh}”（${heldOn}）`, en: `the interview “${titleEn || titleZh}” (${heldOn})` } };
  }
  const closed = (await listEvents(reader, { interview: null, region })).find(
    ({ action, at }) => action === 'close' && at >= since,
  );
  if (closed !== undefined) {
    return { what: { zh: `数据销号的事项 ${closed.item}`, en: `the item ${closed.item} that the data closed` } };
  }
  const step = (await listEscalations(reader)).find((one) => one.region === region && one.at >= since);
  return step === undefined
    ? null
    : {
        what: { zh: `督促步骤“${step.stepZh}”（${step.takenOn}）`, en: `the step “${step.stepEn}” (${step.takenOn})` },
      };
}
