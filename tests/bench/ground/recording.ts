import Sqlite from 'better-sqlite3';
import type { RecordedStatement } from './questions.ts';

/**
 * From now on keeps every statement that changes a database of this process, and every commit; gives the function that
 * takes them out. It looks where the library hands statements to SQLite, so nothing of the product can be missed or has
 * to know.
 */
export function recordWrites(): () => readonly RecordedStatement[] {
  let kept: RecordedStatement[] = [];
  const probe = new Sqlite(':memory:');
  const statement: Sqlite.Statement = Object.getPrototypeOf(probe.prepare('select 1'));
  const connection: Sqlite.Database = Object.getPrototypeOf(probe);
  const { run, get, all } = statement;
  const { exec } = connection;
  const keep = ({ source, readonly }: Sqlite.Statement, parameters: readonly unknown[], rows: number): void => {
    if (!readonly) kept.push({ sql: source, parameters, rows });
  };
  statement.run = function record(...parameters) {
    const result = run.apply(this, parameters);
    keep(this, parameters, result.changes);
    return result;
  };
  // A statement that changes rows and returns them, such as a counter's, is run by one of these.
  statement.get = function record(...parameters) {
    const row = get.apply(this, parameters);
    keep(this, parameters, row === undefined ? 0 : 1);
    return row;
  };
  statement.all = function record(...parameters) {
    const rows = all.apply(this, parameters);
    keep(this, parameters, rows.length);
    return rows;
  };
  connection.exec = function record(sql) {
    exec.call(this, sql);
    if (sql === 'COMMIT') kept.push({ sql, parameters: [], rows: 0 });
    return this;
  };
  probe.close();
  return () => {
    const taken = kept;
    kept = [];
    return taken;
  };
}
