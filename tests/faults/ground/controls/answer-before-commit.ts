/**
 * A control: the product with its promise broken, so that a checker that finds nothing is shown to be blind. Commits come
 * 40 ms after they were reported; what was acknowledged within that time is gone with a killed process.
 */
import Sqlite from 'better-sqlite3';

const exec = Sqlite.prototype.exec;

Sqlite.prototype.exec = function (this: Sqlite.Database, sql: string): Sqlite.Database {
  if (sql === 'BEGIN IMMEDIATE' && this.inTransaction) return this;
  if (sql !== 'COMMIT') return exec.call(this, sql);
  setTimeout(() => {
    if (this.open && this.inTransaction) exec.call(this, 'COMMIT');
  }, 40);
  return this;
};
