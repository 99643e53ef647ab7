/** Hands a file that was made in the page to the browser, which saves it like any download. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by then; to free it at once would cancel the saving in some.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
