/** What differs between two versions of an interview, in words that a person can compare. Pure. */
import type { InterviewVersionRow } from '#db/interviews.ts';
import { interviewFields, type InterviewField } from './history-contract.ts';

export interface FieldChange {
  readonly field: InterviewField;
  readonly from: string;
  readonly to: string;
}

type Version = Pick<InterviewVersionRow, 'heldOn' | 'titleZh' | 'titleEn' | 'noticeZh' | 'noticeEn' | 'details'>;

/**
 * The parts that differ, as text before and after; of a list only the lines that differ. All that is there where there is no
 * version before.
 */
export function changesBetween(before: Version | null, after: Version): readonly FieldChange[] {
  return interviewFields.flatMap((field) => {
    const [from, to] = [before === null ? [] : linesOf(before, field), linesOf(after, field)];
    const left = from.filter((line) => !to.includes(line));
    const added = to.filter((line) => !from.includes(line));
    return left.length === 0 && added.length === 0 ? [] : [{ field, from: left.join('\n'), to: added.join('\n') }];
  });
}

function linesOf(version: Version, field: InterviewField): readonly string[] {
  const { details } = version;
  switch (field) {
    case 'heldOn':
      return [version.heldOn];
    case 'title':
      return textLines([version.titleZh, version.titleEn].join('\n'));
    case 'notice':
      return textLines([version.noticeZh, version.noticeEn].join('\n'));
    case 'regions':
      return details.areas.map(({ region }) => region);
    case 'attendants':
      return details.attendants.map(({ unit, person, title }) => `${unit} ${person} ${title}`.trim());
    case 'requirements':
      return details.requirements.flatMap(({ title, items }) => [
        title.zh,
        ...items.map((item) => `${item.key} ${item.title.zh} ${item.owner} ${item.dueOn}`),
      ]);
    case 'statements':
      return details.areas.flatMap(({ region, statement }) => (statement === '' ? [] : [`${region}: ${statement}`]));
    case 'acknowledged':
      return details.areas.flatMap(({ region, acknowledged }) => (acknowledged === null ? [] : [region]));
    default:
      return textLines(details[field]);
  }
}

const textLines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/**
 * Whether what was seen still holds although the version is a later one: since then cities have only signed or stated, and
 * the city that the command is about has not. Called in together, bureaus sign within the same minute.
 */
export function isStillSeen(
  versions: readonly Pick<InterviewVersionRow, 'number' | 'action' | 'details'>[],
  seen: number,
  region: string | undefined,
): boolean {
  const [before, ...since] = versions.filter(({ number }) => number >= seen);
  const areaIn = ({ details }: Pick<InterviewVersionRow, 'details'>) =>
    JSON.stringify(details.areas.find((area) => area.region === region));
  return (
    before?.number === seen && since.every((version) => isByCity(version.action) && areaIn(version) === areaIn(before))
  );
}

const isByCity = (action: InterviewVersionRow['action']): boolean => action === 'acknowledge' || action === 'state';
