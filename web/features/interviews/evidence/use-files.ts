import { useQuery } from '@tanstack/react-query';
import { listInterviewAttachments, listItemAttachments } from '#api/attachments/contract.ts';
import { query } from '../../../api/queries.ts';
import type { EvidencePlace } from './use-uploads.ts';

/** The files of an item or of an interview, with those that were taken back. */
export function useFiles({ interview, item }: EvidencePlace) {
  const ofInterview = useQuery({
    ...query(listInterviewAttachments, { params: { interview } }),
    enabled: item === null,
  });
  const ofItem = useQuery({
    ...query(listItemAttachments, { params: { interview, region: item?.region ?? '', item: item?.item ?? '' } }),
    enabled: item !== null,
  });
  return item === null ? ofInterview : ofItem;
}

/** Whether nothing is attached that was not taken back; false while that is not known. */
export function useLacksFile(place: EvidencePlace): boolean {
  return useFiles(place).data?.attachments.every(({ removed }) => removed !== null) ?? false;
}
