import { useNavigate } from '@tanstack/react-router';
import { editInterview } from '#api/interviews/contract.ts';
import type { Interview, InterviewIn } from '#api/interviews/contract.ts';
import { call } from '../../api/call.ts';
import { useChange } from './use-change.ts';
import type { Change } from './use-change.ts';

/** Writes parts of a meeting anew, the others as they are; the form closes when that is done. */
export function useEdit(interview: Interview): Change<Partial<InterviewIn>, Interview> {
  const navigate = useNavigate({ from: '/interviews/$id' });
  return useChange(
    (parts: Partial<InterviewIn>) =>
      call(editInterview, {
        params: { interview: interview.id },
        body: { ...asWritten(interview), ...parts },
        version: interview.version,
      }),
    () => void navigate({ to: '.', search: (before) => ({ ...before, edit: undefined }) }),
  );
}

const asWritten = (interview: Interview): InterviewIn => {
  const { heldOn, title, place, regions, attendants, agenda, notice, minutes, requirements } = interview;
  return { heldOn, title, place, regions, attendants, agenda, notice, minutes, requirements };
};
