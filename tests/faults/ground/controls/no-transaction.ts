/** A control: each statement commits by itself, so that a command that is killed in the middle stays half done. */
import Sqlite from 'better-sqlite3';

const exec = Sqlite.prototype.exec;

Sqlite.prototype.exec = function (this: Sqlite.Database, sql: string): Sqlite.Database {
  return ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].includes(sql) ? this : exec.call(this, sql);
};
