import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual, instant } from '../http/shapes.ts';

/**
 * Who is signed in. `region` is the bureau's city and null for everybody else; `within` is the region that an official is
 * bound to, with all below it, and null for who is of the whole office.
 */
export const person = z.object({
  name: z.string(),
  title: bilingual,
  role: z.enum(roles),
  region: z.string().nullable(),
  within: z.string().nullable(),
  mustChangePassword: z.boolean(),
});
export type Person = z.infer<typeof person>;

const sessionReply = z.object({
  person,
  /** The office's clock; the demonstration's stands in October 2020. */
  now: instant,
  today: z.string(),
  /** Whether this is the demonstration, whose values are partly invented. */
  demonstration: z.boolean(),
  /** Whether strangers can reach it, and sign in with its printed passwords. */
  publicDemonstration: z.boolean(),
  /** Whether the disk takes nothing just now, so that this session is in the memory of one process and ends with it. */
  unsaved: z.boolean(),
});
export type Session = z.infer<typeof sessionReply>;

export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in; sets the session cookie',
  access: 'public',
  body: z.strictObject({ name: z.string().min(1).max(64), password: z.string().min(1).max(256) }),
  reply: sessionReply,
});

export const currentSession = endpoint({
  name: 'currentSession',
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in',
  access: roles,
  openWithOneTimeSecret: true,
  reply: sessionReply,
});

export const signOut = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out; the session ends on the server',
  access: roles,
  openWithOneTimeSecret: true,
  reply: z.object({ signedOut: z.literal(true) }),
});

export const changePassword = endpoint({
  name: 'changePassword',
  method: 'PUT',
  path: '/api/session/password',
  summary: 'Change the own password; ends the other sessions',
  access: roles,
  openWithOneTimeSecret: true,
  body: z.strictObject({ current: z.string().min(1).max(256), next: z.string().min(1).max(256) }),
  reply: sessionReply,
});

/** A lock that holds now: for one address, for one device that is known, or for everybody who never signed in before. */
export const lock = z.object({
  source: z.enum(['address', 'device', 'strangers']),
  address: z.string().nullable(),
  /** So many failed sign-ins led to it. */
  failures: z.number().int(),
  minutes: z.number().int(),
});

export const account = z.object({
  id: z.string(),
  name: z.string(),
  title: bilingual,
  role: z.enum(roles),
  /** A bureau's city, or the region that an official is bound to; null for who is of the whole office. */
  region: z.string().nullable(),
  disabled: z.boolean(),
  locked: z.boolean(),
  locks: z.array(lock),
  mustChangePassword: z.boolean(),
  createdAt: instant,
  /** How often title, role or region were written: what `If-Match` must name for the next edit. */
  version: z.number().int(),
});
export type Account = z.infer<typeof account>;

export const listAccounts = endpoint({
  name: 'listAccounts',
  method: 'GET',
  path: '/api/accounts',
  summary: 'The accounts of the office',
  access: ['administrator'],
  reply: z.array(account),
});

/** Who an account's name stands for, so that pages speak of offices and not of login names. */
export const accountTitle = z.object({ name: z.string(), title: bilingual });
export type AccountTitle = z.infer<typeof accountTitle>;

export const listTitles = endpoint({
  name: 'listTitles',
  method: 'GET',
  path: '/api/accounts/titles',
  summary: 'The offices behind the account names that a caller may meet: a bureau sees its own and the department',
  access: roles,
  reply: z.array(accountTitle),
});

/** How many characters a title may have. */
export const maxTitleLength = 100;

/** What an account stands for and may do; a bureau has the region that it reports for, an official may have one that they are bound to. */
const duties = {
  title: z.strictObject({ zh: z.string().min(1).max(maxTitleLength), en: z.string().min(1).max(maxTitleLength) }),
  role: z.enum(roles),
  region: z.string().nullable(),
};

/** An account and the one-time secret that is shown once and never stored. */
const accountWithSecret = z.object({ account, secret: z.string() });

export const createAccount = endpoint({
  name: 'createAccount',
  method: 'POST',
  path: '/api/accounts',
  summary: 'Create an account; replies with a one-time secret',
  access: ['administrator'],
  body: z.strictObject({ name: z.string().min(2).max(64), ...duties }),
  reply: accountWithSecret,
  replyIsSecret: true,
});

/** The columns of a pasted table, in the order that counts where it has no headings. */
export const tableColumns = ['name', 'title', 'role', 'region', 'titleEn'] as const;
export type TableColumn = (typeof tableColumns)[number];

/** So many accounts are made of one table at most. */
export const maxTableRows = 500;

const previewRow = z.object({
  /** As the spreadsheet counts, headings and empty rows included. */
  row: z.number().int(),
  name: z.string(),
  title: bilingual,
  role: z.enum(roles).nullable(),
  region: z.string().nullable(),
  state: z.enum(['new', 'exists', 'faulty']),
  faults: z.array(z.object({ column: z.enum(tableColumns), value: z.string(), words: bilingual })),
});
export type PreviewRow = z.infer<typeof previewRow>;

const accountTablePreview = z.object({ rows: z.array(previewRow) });
export type AccountTablePreview = z.infer<typeof accountTablePreview>;

const pastedTable = z.strictObject({ table: z.string().max(100_000) });

export const previewAccounts = endpoint({
  name: 'previewAccounts',
  method: 'POST',
  path: '/api/accounts/table/preview',
  summary: 'What would be made of a table pasted from a spreadsheet, and what is wrong in it; writes nothing',
  access: ['administrator'],
  body: pastedTable,
  reply: accountTablePreview,
});

/** The accounts that were made, each with its secret, and the names of the table that were there before. */
const accountsMade = z.object({ made: z.array(accountWithSecret), existing: z.array(z.string()) });
export type AccountsMade = z.infer<typeof accountsMade>;

export const createAccounts = endpoint({
  name: 'createAccounts',
  method: 'POST',
  path: '/api/accounts/table',
  summary:
    'Create the accounts of a pasted table, all or none; names that exist are left alone. Replies with the secrets',
  access: ['administrator'],
  body: pastedTable,
  reply: accountsMade,
  replyIsSecret: true,
});

const personId = z.strictObject({ id: z.string().min(1).max(64) });

export const editAccount = endpoint({
  name: 'editAccount',
  method: 'PUT',
  path: '/api/accounts/:id',
  summary:
    'Edit title, role and region of an account; its sessions end where role or region change. `If-Match` names its version',
  access: ['administrator'],
  params: personId,
  body: z.strictObject(duties),
  reply: account,
  tag: 'version',
  versioned: 'required',
});

export const resetPassword = endpoint({
  name: 'resetPassword',
  method: 'POST',
  path: '/api/accounts/:id/reset',
  summary: 'Replace a password by a one-time secret, unlock the account, end its sessions',
  access: ['administrator'],
  params: personId,
  reply: accountWithSecret,
  replyIsSecret: true,
});

export const setAccountState = endpoint({
  name: 'setAccountState',
  method: 'PUT',
  path: '/api/accounts/:id/state',
  summary: 'Disable or enable an account; disabling ends its sessions at once',
  access: ['administrator'],
  params: personId,
  body: z.strictObject({ disabled: z.boolean() }),
  reply: account,
});

export const unlockAccount = endpoint({
  name: 'unlockAccount',
  method: 'POST',
  path: '/api/accounts/:id/unlock',
  summary: 'Lift every lock of an account; its password and sessions stay',
  access: ['administrator'],
  params: personId,
  reply: account,
});
