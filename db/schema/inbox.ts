/** What people are told of: notices in their inbox, and the mail that carries them where somebody wants it. */
import { flag, index, integer, json, table, text, uniqueIndex } from '#db/dialect';
import { accounts } from './accounts.ts';
import { regions } from './reference.ts';

/** What a notice is about; its sentence is made of this when it is read. */
export interface NoticeAbout {
  /** The interview, or null where the notice is of something else. */
  readonly interview: string | null;
  /** The year of the city's first-quarter plan, where the notice is of one. */
  readonly opening?: number;
  /** The back-scheduled plan of the city, where the notice is of one. */
  readonly backPlan?: { readonly year: number; readonly indicator: string };
  /** The month of the city's report, where the notice is of one. */
  readonly submission?: { readonly year: number; readonly month: number };
  /** The bulletin, where the notice is of one, and its month. */
  readonly bulletin?: { readonly id: string; readonly year: number; readonly month: number };
  /** The item, where the notice is of one. */
  readonly item: string | null;
  /** The day that matters: of the interview, or that something is due on. */
  readonly day: string | null;
  /** How many items, where it may be several. */
  readonly count: number | null;
  /** The words that somebody wrote. */
  readonly note: string | null;
}

export const notices = table(
  'notice',
  {
    id: text('id').primaryKey(),
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind').notNull(),
    /** The city it is about; a bureau reads what is about its own. */
    region: text('region').references(() => regions.code),
    about: json<NoticeAbout>('about').notNull(),
    /** Names the occasion, so that nobody is told of one twice. */
    occasion: text('occasion').notNull(),
    at: text('at').notNull(),
    readAt: text('read_at'),
    /** The mail that carries it; null where none does. */
    mail: text('mail'),
  },
  (notice) => [
    uniqueIndex('notice_occasion').on(notice.account, notice.occasion),
    index('notice_at').on(notice.account, notice.at, notice.id),
    index('notice_unread').on(notice.account, notice.readAt),
  ],
);

/** Whether and where somebody wants mail; no row means no mail. */
export const mailChoices = table('mail_choice', {
  account: text('account')
    .primaryKey()
    .references(() => accounts.id),
  address: text('address').notNull(),
  mode: text('mode', { enum: ['none', 'each', 'daily'] }).notNull(),
  language: text('language', { enum: ['zh', 'en'] }).notNull(),
  /** The hours in Asia/Shanghai between which nothing is sent; null where there are none. */
  quietFrom: integer('quiet_from'),
  quietUntil: integer('quiet_until'),
  /** Notices from before are not sent. */
  since: text('since').notNull(),
  /** The day of the last daily mail. */
  lastDailyOn: text('last_daily_on'),
  /** Whether somebody wants what happened in a week or a month in one mail, beside the mail of their notices. */
  digest: text('digest', { enum: ['none', 'weekly', 'monthly'] })
    .notNull()
    .default('none'),
  /** Whether the bulletins that were issued come with it as documents. */
  attachBulletin: flag('attach_bulletin').notNull().default(false),
  /** The day of the last digest, or on which it was chosen. */
  lastDigestOn: text('last_digest_on'),
});

/** Of which days a mail is the digest. */
export interface MailedDigest {
  readonly rhythm: 'weekly' | 'monthly';
  readonly from: string;
  readonly until: string;
}

/** Mail on its way, one row each; what came of it stays. */
export const mails = table(
  'mail',
  {
    /** Also in the mail's Message-ID, so that one sent again is known for the same. */
    id: text('id').primaryKey(),
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    createdAt: text('created_at').notNull(),
    state: text('state', { enum: ['waiting', 'sent', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull(),
    /** Nobody tries before: the next try, or the end of the lease of the one that runs. */
    nextTryAt: text('next_try_at').notNull(),
    endedAt: text('ended_at'),
    lastError: text('last_error'),
    /** Null for a mail of notices. */
    digest: json<MailedDigest>('digest'),
  },
  (mail) => [index('mail_due').on(mail.state, mail.nextTryAt), index('mail_account').on(mail.account, mail.createdAt)],
);
