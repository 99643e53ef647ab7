import { lazyRouteComponent } from '@tanstack/react-router';

/** The meeting mode, whose code comes when somebody is about to start it: the page itself needs none of it. */
export const MeetingMode = lazyRouteComponent(() => import('./meeting/meeting.tsx'), 'Meeting');
