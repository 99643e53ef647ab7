/** What both engines offer; `Reader` and `Writer` are the dialect's own types. */
import type { Engine } from './address.ts';

/** Where a database tells what a person should know; a pino logger fits. */
export interface DatabaseLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface OpenOptions {
  /** `file:data/xushi.db`, `postgres://…`, or for trying and testing `pglite:memory` and `pglite:FOLDER`. */
  readonly address: string;
  readonly log?: DatabaseLog;
  /** 64 hex digits that the seals are made with; without them the key's own file beside the database is used. */
  readonly sealKey?: string | null;
}

/** A row of the migrator's own table. */
export interface AppliedMigration {
  /** The journal's `when`, in milliseconds: the migration's identity. */
  readonly when: number;
  /** SHA-256 of the SQL file as it was applied. */
  readonly hash: string;
}

/** A migration file that came with the program. */
export interface Migration extends AppliedMigration {
  readonly name: string;
  readonly statements: readonly string[];
}

/** The raw ground that `db/migrate.ts` stands on. */
export interface MigrationGround {
  /** Oldest first; empty before the first migration. */
  applied(): Promise<readonly AppliedMigration[]>;
  /** Copies the database aside before it is changed; null where there is nothing to copy or the engine has its own way. */
  backUp(firstPending: string): Promise<string | null>;
  /** Applies all in one transaction, or none. Folder: the one that the migrations were read from. */
  apply(migrations: readonly Migration[], folder: string): Promise<void>;
}

/** The room on the disk that a database lies on, in bytes. */
export interface StorageRoom {
  readonly folder: string;
  /** What this program may still take; less than what is free where the rest is kept for the system. */
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export interface DatabaseOf<Reader, Writer> {
  readonly engine: Engine;
  /** Without a password. */
  readonly address: string;
  /** Sees what has been committed; cannot write. */
  readonly reader: Reader;
  /**
   * Runs a unit of work: all of it is committed, durably, or none of it is. Units never mix.
   * No network call and no long computation inside; PostgreSQL may run `work` again when two units met,
   * so it must touch nothing outside `tx`. The label names the unit where its loss would have to be told.
   * @throws whatever `work` throws, after rolling back; an Error when nested
   */
  write<T>(work: (tx: Writer) => Promise<T>, label?: string): Promise<T>;
  /** A number that differs whenever anyone, in this process or another, has committed anything in between. */
  dataVersion(): number | Promise<number>;
  /** @throws DatabaseRefusal when the database cannot be relied on just now */
  check(): Promise<void>;
  /** The room on its disk; null where the disk is another machine's. @throws Error where the disk does not answer */
  room(): StorageRoom | null;
  /**
   * Writes a consistent, verified copy to a new file while work goes on.
   * @throws DatabaseRefusal when the file exists or the engine has its own tool
   */
  backup(to: string): Promise<void>;
  /** Waits for queued work, then lets go. */
  close(): Promise<void>;
  readonly migrations: MigrationGround;
}
