/** A control: nothing is pushed to the disk, although every connection says that it is. A power cut must be seen to lose. */
import Sqlite from 'better-sqlite3';

const pragma = Sqlite.prototype.pragma;

Sqlite.prototype.pragma = function (this: Sqlite.Database, text: string, options?: Sqlite.PragmaOptions): unknown {
  if (text === 'synchronous = 2') return pragma.call(this, 'synchronous = OFF', options);
  return text === 'synchronous' ? 2 : pragma.call(this, text, options);
};
