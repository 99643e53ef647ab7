/**
 * Does something at once, or where a button or link is being pressed, after it was let go: what appears above it meanwhile
 * would move it away from under the pointer, and the press would be lost.
 */
export function afterPress(run: () => void): void {
  if (document.querySelector('button:active, a:active') === null) run();
  else globalThis.addEventListener('pointerup', () => void setTimeout(run), { once: true });
}
