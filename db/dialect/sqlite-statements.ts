import type Sqlite from 'better-sqlite3';

/** Far above the number of different queries that the product has; lists of varying length make a few more. */
const most = 500;

/**
 * Lets a connection keep the statements it has compiled: queries are built anew for every request, but their SQL is the
 * same, and compiling it costs more than running it.
 */
export function keepStatements(connection: Sqlite.Database): void {
  const compile = connection.prepare.bind(connection);
  const kept = new Map<string, Sqlite.Statement>();
  const prepare = (sql: string): Sqlite.Statement => {
    const found = kept.get(sql);
    if (found !== undefined && !found.busy) {
      // Whoever used it last may have asked for rows as arrays.
      return found.reader ? found.raw(false) : found;
    }
    if (kept.size >= most) kept.clear();
    const statement: Sqlite.Statement = compile(sql);
    kept.set(sql, statement);
    return statement;
  };
  // The library's own type also names the parameters and rows of one statement, which a cache of all cannot know.
  connection.prepare = prepare as Sqlite.Database['prepare'];
}
