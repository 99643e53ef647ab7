import { useNavigate } from '@tanstack/react-router';
import { editInterview } from '#api/interviews/contract.ts';
import type { Interview, InterviewIn } from '#api/interviews/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import type { KeptEdit } from '../../ui/kept-edit.ts';
import { useChange } from './use-change.ts';
import type { Change } from './use-change.ts';

/**
 * Writes parts of a meeting anew, the others as they are; the form closes when that is done. A save names the version that
 * the typing began from, so that nobody's save in between is written over unseen.
 */
export function useEdit<Typed>(interview: Interview, kept: KeptEdit<Typed>): Change<Partial<InterviewIn>, Interview> {
  const navigate = useNavigate({ from: '/interviews/$id' });
  const send = async (parts: Partial<InterviewIn>): Promise<Interview> => {
    const { id, version } = interview;
    const body = { ...asWritten(interview), ...parts };
    try {
      return await call(editInterview, { params: { interview: id }, body, version: kept.basedOn ?? version });
    } catch (error) {
      if (problemOf(error).code === 'stale-version') kept.rebase(null);
      throw error;
    }
  };
  return useChange(send, () => {
    kept.forget();
    void navigate({ to: '.', search: (before) => ({ ...before, edit: undefined }) });
  });
}

const asWritten = (interview: Interview): InterviewIn => {
  const { heldOn, title, place, regions, attendants, agenda, notice, minutes, requirements } = interview;
  return { heldOn, title, place, regions, attendants, agenda, notice, minutes, requirements };
};
