/**
 * Why a database is not opened, not migrated or not copied.
 * The message is for the person who runs the program: what is wrong, where, and what to do.
 */
export class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal';
}
