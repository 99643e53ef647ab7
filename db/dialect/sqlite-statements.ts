import type Sqlite from 'better-sqlite3';

/** Far above the number of different queries that the product has; lists of varying length make a few more. */
const most = 500;

/**
 * Lets a connection keep the statements it has compiled: queries are built anew for every request, but their SQL is the
 * same, and compiling it costs more than running it. `note` is told of every error that compiling or reading meets.
 */
export function keepStatements(connection: Sqlite.Database, note: (error: unknown) => void = () => undefined): void {
  const noting = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      note(error);
      throw error;
    }
  };
  const compile = connection.prepare.bind(connection);
  const kept = new Map<string, Sqlite.Statement>();
  const prepare = (sql: string): Sqlite.Statement => {
    const found = kept.get(sql);
    if (found !== undefined && !found.busy) {
      // Whoever used it last may have asked for rows as arrays.
      return found.reader ? found.raw(false) : found;
    }
    if (kept.size >= most) kept.clear();
    const statement: Sqlite.Statement = noting(() => compile(sql));
    const all = statement.all.bind(statement);
    const get = statement.get.bind(statement);
    statement.all = (...parameters) => noting(() => all(...parameters));
    statement.get = (...parameters) => noting(() => get(...parameters));
    kept.set(sql, statement);
    return statement;
  };
  // The library's own type also names the parameters and rows of one statement, which a cache of all cannot know.
  connection.prepare = prepare as Sqlite.Database['prepare'];
}
