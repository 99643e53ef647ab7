import { useEffect, useEffectEvent } from 'react';

/** Fills the screen where the browser allows it; where it does not, the meeting mode fills the window. */
export async function enterFullscreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen();
  } catch {
    // Some browsers and policies forbid it: the window is enough.
  }
}

/** Gives the screen back. */
export async function leaveFullscreen(): Promise<void> {
  if (document.fullscreenElement !== null) await document.exitFullscreen();
}

/** Runs when the browser itself left full screen: its Esc never reaches the page. */
export function useFullscreenLeft(onLeft: () => void): void {
  const handle = useEffectEvent((): void => {
    if (document.fullscreenElement === null) onLeft();
  });
  useEffect(() => {
    document.addEventListener('fullscreenchange', handle);
    return () => document.removeEventListener('fullscreenchange', handle);
  }, []);
}
