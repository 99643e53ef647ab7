import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '#db/dialect';
import type { Author } from '#db/accounts.ts';
import type { SeenBy } from '#db/revisions.ts';
import type { Access, Role } from './endpoint.ts';
import type { FileStore } from './file-store.ts';
import type { ReplyCache } from './reply-cache.ts';
import type { UnsavedSessions } from './unsaved-sessions.ts';

/** The office's time. Nothing else in the product asks what time it is. */
export interface Clock {
  now(): Date;
}

/** A clock that was set: when, by the time it then showed, and by how much; forwards counts as positive. */
export interface ClockStep {
  readonly at: string;
  readonly bySeconds: number;
}

/**
 * Who calls: the account, and as whom what it does is written down. `region` is the bureau's city and null for everybody
 * else; `within` is the region that an official is bound to, with all below it, and null for who is of the whole office.
 */
export interface Actor {
  readonly id: string;
  readonly author: Author;
  readonly role: Role;
  readonly region: string | null;
  readonly within: string | null;
}

/** A program that looks a file through: its words, the file's path coming last, and how long it may take. */
export interface ScanCommand {
  readonly words: readonly string[];
  readonly timeoutMs: number;
}

/** Where attached files are kept, and how much room they may take. */
export interface Files {
  readonly store: FileStore;
  readonly limits: {
    readonly fileBytes: number;
    readonly perItem: number;
    readonly regionBytes: number;
    readonly officeBytes: number;
  };
  /** Null where the office has no scanner. */
  readonly scan: ScanCommand | null;
}

/** What lives as long as the process. */
export interface Services {
  readonly database: Database;
  readonly clock: Clock;
  /** How long the process runs, in milliseconds: it never stands nor goes back, as a clock may. */
  readonly uptimeMs: () => number;
  /** The last time that the machine's clock was set while this process ran; null where it was not. */
  readonly lastClockStep: () => ClockStep | null;
  /** How old the last good backup may be, in milliseconds; null where none is scheduled. */
  readonly backupLimitMs: number | null;
  readonly changes: Changes;
  readonly unsavedSessions: UnsavedSessions;
  /** Computed replies and what they are computed from, kept as long as nothing changes. */
  readonly replyCache: ReplyCache;
  readonly files: Files;
  /** Whether the office has a mail server. */
  readonly offersMail: boolean;
  readonly log: FastifyBaseLogger;
  /** Whether the demonstration was loaded into this database. */
  readonly demonstration: boolean;
  /** Whether others than this machine's own users can reach it, and so its printed passwords. */
  readonly publicDemonstration: boolean;
}

/** Tells open pages that something changed; `api/events` listens. `seenBy` is null where everybody sees the change. */
export interface Changes {
  /** `change`: the number of the newest change that these see. */
  announce(change: number, seenBy: SeenBy): void;
  /** What the people of a city are told, or those of none: it rises with what they see, and with nothing else. */
  numberFor(region: string | null): number;
  listen(listener: (seenBy: SeenBy) => void): () => void;
}

/** One request, whoever sends it: all that an endpoint without a session gets. */
export interface PublicContext extends Services {
  readonly requestId: string;
  readonly address: string;
  /** What the sender's program says it is; may be empty or anything. */
  readonly userAgent: string;
  /** The version named by `If-Match`; null where the endpoint asks for none. */
  readonly basedOn: number | null;
  readonly idempotencyKey: string | null;
}

/** One request of a person who is signed in. */
export interface Context extends PublicContext {
  readonly actor: Actor;
  /** What is stored of this session's token. */
  readonly tokenHash: string;
}

/** A program that reads with a token: whose token it is, and the one city that it reads, or null for all of them. */
export interface TokenReader {
  readonly id: string;
  readonly region: string | null;
}

/** One request with a read-only token. */
export interface TokenContext extends PublicContext {
  readonly token: TokenReader;
}

/** What the action of an endpoint gets: its caller where it needs a session, or what the token reads. */
export type ContextOf<Caller extends Access> = Caller extends 'public'
  ? PublicContext
  : Caller extends 'token'
    ? TokenContext
    : Context;
