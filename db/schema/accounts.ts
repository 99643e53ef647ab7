/** Who may come in, from where they did, and what they are answered again. */
import { flag, index, integer, json, primaryKey, table, text, uniqueIndex } from '#db/dialect';
import type { Author } from './author.ts';
import { regions } from './reference.ts';

export const accounts = table(
  'account',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    role: text('role', { enum: ['official', 'bureau', 'leader', 'administrator'] }).notNull(),
    region: text('region').references(() => regions.code),
    passwordHash: text('password_hash').notNull(),
    mustChangePassword: flag('must_change_password').notNull(),
    /** A one-time secret is refused after this instant; null for a password its holder chose. */
    passwordExpiresAt: text('password_expires_at'),
    disabled: flag('disabled').notNull(),
    createdAt: text('created_at').notNull(),
    /** 1 when it was made, then rising with each edit of its title, role or region. */
    version: integer('version').notNull().default(1),
    /** Who edited it last; null where nobody did. */
    editedAs: json<Author>('edited_as'),
  },
  (account) => [uniqueIndex('account_name').on(account.name)],
);

export const sessions = table(
  'session',
  {
    /** SHA-256 of the cookie's random value; the value itself is never stored. */
    tokenHash: text('token_hash').primaryKey(),
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    address: text('address').notNull(),
    /** Browser and system in words; null where the program said nothing known. */
    device: text('device'),
  },
  (session) => [index('session_account').on(session.account)],
);

/** The address under which a calendar program reads what somebody may see of days, without a session. */
export const calendarAddresses = table(
  'calendar_address',
  {
    account: text('account')
      .primaryKey()
      .references(() => accounts.id),
    /** SHA-256 of the secret in the address; the secret itself is never stored. */
    tokenHash: text('token_hash').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (address) => [uniqueIndex('calendar_address_token').on(address.tokenHash)],
);

/** With what a program reads the dataset: nothing else, and nothing that waits for review. What it is given is never stored. */
export const accessTokens = table(
  'access_token',
  {
    id: text('id').primaryKey(),
    /** Whom or what it is for, in words. */
    name: text('name').notNull(),
    /** SHA-256 of the token. */
    tokenHash: text('token_hash').notNull(),
    /** The city that it reads; null where it reads all of them. */
    region: text('region').references(() => regions.code),
    /** Whether it may stand in an address, where others may come to see it. */
    inAddress: flag('in_address').notNull(),
    /** Whose it is: it reads as long as this account could make it. */
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    createdAs: json<Author>('created_as').notNull(),
    createdAt: text('created_at').notNull(),
    /** It is refused from this instant on. */
    expiresAt: text('expires_at').notNull(),
    uses: integer('uses').notNull().default(0),
    lastUsedAt: text('last_used_at'),
    revokedBy: text('revoked_by').references(() => accounts.id),
    revokedAs: json<Author>('revoked_as'),
    revokedAt: text('revoked_at'),
    revokeReason: text('revoke_reason'),
  },
  (token) => [uniqueIndex('access_token_hash').on(token.tokenHash), index('access_token_account').on(token.account)],
);

/** Failed sign-ins of an account from one source (`address:…`, `device:…`), and from all strangers together (`strangers`). */
export const signInFailures = table(
  'sign_in_failure',
  {
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    source: text('source').notNull(),
    failures: integer('failures').notNull(),
    /** When the first of these failed. */
    since: text('since'),
    /** How many locks followed each other; each lasts longer than the one before. */
    locks: integer('locks').notNull(),
    lockedUntil: text('locked_until'),
    lastFailedAt: text('last_failed_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.account, row.source] })],
);

/** Where an account has signed in from: an address, or the hash of a device's cookie. */
export const knownSources = table(
  'known_source',
  {
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    source: text('source').notNull(),
    lastSignedInAt: text('last_signed_in_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.account, row.source] })],
);
