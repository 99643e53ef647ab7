/**
 * A control: the product with its promise broken, so that a checker that finds nothing is shown to be blind. Commits come
 * 250 ms after the first that they hold was reported; what was acknowledged within that time is gone with a killed process.
 */
import Sqlite from 'better-sqlite3';

const exec = Sqlite.prototype.exec;
/** The commit to come: one holds all that is reported until then. A timer of each would commit as often as is written. */
let isDue = false;

Sqlite.prototype.exec = function (this: Sqlite.Database, sql: string): Sqlite.Database {
  if (sql === 'BEGIN IMMEDIATE' && this.inTransaction) return this;
  if (sql !== 'COMMIT') return exec.call(this, sql);
  if (isDue) return this;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    if (this.open && this.inTransaction) exec.call(this, 'COMMIT');
  }, 250);
  return this;
};
