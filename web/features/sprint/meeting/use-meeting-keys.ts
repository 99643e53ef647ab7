import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { usePeriod } from '../../../parts/period.ts';
import { useKeys } from '../../../ui/keys.ts';
import { toggleFullscreen } from '../fullscreen.ts';
import type { SprintView } from '../sprint-view.ts';
import {
  afterCommand,
  commandOf,
  pagesOf,
  typedPage,
  type Command,
  type Contents,
  type Place,
  type Typed,
} from './meeting-keys.ts';

const route = getRouteApi('/sprint');

interface Around {
  /** While a dialog is open its own keys count. */
  readonly isPaused: boolean;
  readonly ask: () => void;
  readonly showKeys: () => void;
}

/** Listens to the meeting's keys; gives what runs a command, for the buttons. */
export function useMeetingKeys(view: SprintView, contents: Contents, around: Around): (command: Command) => void {
  const navigate = route.useNavigate();
  const period = usePeriod('/sprint');
  const { only } = route.useSearch();
  const typed = useRef<Typed | null>(null);
  const move = (command: Command): void => {
    void navigate({
      // From where the address is by now: keys may follow faster than pages are drawn.
      search: (before) => {
        const place: Place = {
          present: before.present ?? '',
          isLaggingOnly: before.only !== undefined,
          period: { year: before.year ?? period.year, month: before.month ?? period.month },
          indicator: before.indicator ?? view.indicator.code,
        };
        return { ...before, ...searchOf(place, afterCommand(place, command, contents)) };
      },
      replace: true,
    });
  };
  const run = (command: Command): void => {
    if (command.kind === 'ask') around.ask();
    else if (command.kind === 'keys') around.showKeys();
    else if (command.kind === 'fullscreen') void toggleFullscreen();
    else move(command);
  };
  const pageCommand = (digit: string): Command | null => {
    const { length } = pagesOf(contents, { isLaggingOnly: only !== undefined });
    const found = typedPage(typed.current, digit, performance.now(), length);
    typed.current = found.typed;
    return found.number === null ? null : { kind: 'page', number: found.number };
  };
  useKeys((key, isShifted) => {
    if (around.isPaused) return false;
    const command = /^\d$/.test(key) ? pageCommand(key) : commandOf(key, isShifted);
    if (command !== null) run(command);
    return command !== null;
  });
  return run;
}

/** What the address says of a place; of what has not changed it says what it did. */
function searchOf(before: Place, after: Place) {
  return {
    present: after.present,
    only: after.isLaggingOnly ? ('behind' as const) : undefined,
    ...(after.period !== before.period && after.period),
    ...(after.indicator !== before.indicator && { indicator: after.indicator }),
  };
}
