import { furtherPart } from '../../parts/further-part.tsx';

/** The meeting mode, whose code comes when somebody is about to start it: the page itself needs none of it. */
export const { Part: MeetingMode, useAhead: useMeetingAhead } = furtherPart(
  'meeting-mode',
  async () => (await import('./meeting/meeting.tsx')).Meeting,
);
