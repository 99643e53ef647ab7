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

/** Fills the screen, or gives it back. */
export async function toggleFullscreen(): Promise<void> {
  await (document.fullscreenElement === null ? enterFullscreen() : leaveFullscreen());
}
