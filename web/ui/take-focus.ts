/** As the `ref` of what appears by a press: whoever pressed a key goes on there. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
