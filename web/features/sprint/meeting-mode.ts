import { lazyRouteComponent } from '@tanstack/react-router';
import { furtherText } from '../../text/messages/use-text.ts';

/** The meeting mode, whose code comes when somebody is about to start it: the page itself needs none of it. */
export const MeetingMode = lazyRouteComponent(async () => {
  const [code] = await Promise.all([import('./meeting/meeting.tsx'), furtherText()]);
  return code;
}, 'Meeting');
