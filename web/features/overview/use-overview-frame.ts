import type { Overview } from '#api/standings/contract.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { overviewFrame, type OverviewPictureText } from './overview-frame.ts';

/** Frames a picture of the reply's month for its file. */
export function useOverviewFrame(reply: Overview) {
  const words = useText();
  const { today } = useSession();
  return (texts: OverviewPictureText) => overviewFrame(texts, { reply, today: reply.known ?? today }, words);
}
