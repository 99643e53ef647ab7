/** A table of text as a person reads it: a head line, then lines of cells that are set apart by at least two spaces. */
export function readPolicyTable(
  text: string,
): readonly { readonly row: string; readonly column: string; cell: string }[] {
  const [head = [], ...lines] = text
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}/))
    .filter(([first]) => first !== '');
  const columns = head.slice(1);
  return lines.flatMap(([row = '', ...cells]) => {
    if (cells.length !== columns.length) throw new Error(`the line “${row}” has not ${columns.length} cells`);
    return columns.map((column, at) => ({ row, column, cell: cells[at] ?? '' }));
  });
}
