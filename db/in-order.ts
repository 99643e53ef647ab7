/**
 * Rows in the order of some of their columns, each rising; text goes by its code units, as both engines sort what is ASCII.
 * SQLite compiles a statement that compares with a value and orders by a column anew each time that it runs, which costs
 * several times what it does; so kept queries leave the order to this.
 */
export function inOrder<Row, Column extends keyof Row>(rows: readonly Row[], ...columns: readonly Column[]): Row[] {
  const compare = (a: Row, b: Row): number => {
    for (const column of columns) {
      if (a[column] !== b[column]) return a[column] < b[column] ? -1 : 1;
    }
    return 0;
  };
  return rows.toSorted(compare);
}
