import { getRouteApi, useBlocker, type ShouldBlockFn } from '@tanstack/react-router';
import { useState } from 'react';
import { leaveFullscreen } from '../fullscreen.ts';

const route = getRouteApi('/sprint');

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Set on the way out of the meeting mode, so that the focus returns to where it was entered. */
    leftMeetingMode?: true;
  }
}

/**
 * The one way out of the meeting: a question that Esc, the button and the browser's own way back all ask. A page that is
 * turned is no step of the browser's history, so that the way back leads to where the meeting was begun and not through
 * forty pages; presenters turn back by their keys.
 */
export function useLeaving() {
  const navigate = route.useNavigate();
  const [isAsked, setAsked] = useState(false);
  const away = useBlocker({
    shouldBlockFn: leavesTheMeeting,
    withResolver: true,
    enableBeforeUnload: false,
  });
  const isAway = away.status === 'blocked';
  const leave = (): void => {
    void leaveFullscreen();
    if (isAway) return away.proceed();
    void navigate({
      search: (before) => ({ ...before, present: undefined, only: undefined }),
      state: { leftMeetingMode: true },
      replace: true,
      ignoreBlocker: true,
    });
  };
  const stay = (): void => {
    setAsked(false);
    if (isAway) away.reset();
  };
  return { isAsked: isAsked || isAway, ask: () => setAsked(true), leave, stay };
}

/** Whether a way leads from a page of the meeting to anything else. */
const leavesTheMeeting: ShouldBlockFn = ({ current, next }) =>
  isPresenting(current.search) && !(next.pathname === current.pathname && isPresenting(next.search));

const isPresenting = (search: object): boolean => 'present' in search && search.present !== undefined;
