import { z } from 'zod';
import type { StorageLimit, StorageLimits } from '../http/serve.ts';
import { largestFile } from '../attachments/contract.ts';
import type { Files } from '../http/context.ts';
import type { MailSettings } from './mailer.ts';

const origin = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text, {
    error: 'must be an origin such as https://xushi.example.gov.cn, without a path',
  });

const mebibyte = 2 ** 20;

/** A size and a share of a disk, such as `2GiB,10%`. */
const storageLimit = (preset: string) =>
  z
    .string()
    .regex(/^\d{1,5}(?:MiB|GiB),\d{1,2}%$/, 'must be a size and a share of the disk, such as 2GiB,10%')
    .default(preset)
    .transform((text): StorageLimit => {
      const [size = '', share = ''] = text.split(',');
      const unit = size.endsWith('GiB') ? 1024 * mebibyte : mebibyte;
      return { bytes: Number.parseInt(size, 10) * unit, share: Number.parseInt(share, 10) / 100 };
    });

/** A whole number as text. */
const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, { error: `must be a whole number from ${from} to ${to}` });

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port from 0 to 65535')
    .default('3000')
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'must be a port from 0 to 65535' }),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().min(1).default('file:data/xushi.db'),
  XUSHI_DEMO: z.enum(['on', 'off', 'public'], { error: 'must be on, off or public' }).default('on'),
  PUBLIC_ORIGIN: origin.optional(),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-9a-fA-F.:/]+(?:,[0-9a-fA-F.:/]+)*$/, 'must be addresses or networks, separated by commas')
    .optional(),
  SIGN_INS_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a whole number from 1')
    .default('30')
    .transform(Number),
  BACKUPS_KEPT: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'must be a whole number from 1')
    .default('30')
    .transform(Number),
  BACKUPS_KEPT_WEEKLY: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number')
    .default('12')
    .transform(Number),
  BACKUP_TIMES: z
    .string()
    .regex(
      /^(?:off|(?:[01]\d|2[0-3]):[0-5]\d(?:,(?:[01]\d|2[0-3]):[0-5]\d)*)$/,
      'must be off, or times of day as 02:30 or 02:30,12:30',
    )
    .optional(),
  BACKUP_FOLDER: z.string().min(1).optional(),
  STORAGE_LOW: storageLimit('2GiB,10%'),
  STORAGE_FULL: storageLimit('64MiB,1%'),
  XUSHI_SEAL_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hex digits')
    .optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{24,}$/, 'must be at least 24 letters, digits or . _ ~ + / = -')
    .optional(),
  ATTACHMENT_MIB: wholeNumber(1, largestFile / mebibyte).default(20),
  ATTACHMENTS_PER_ITEM: wholeNumber(1, 1000).default(20),
  ATTACHMENTS_CITY_MIB: wholeNumber(1, 1_000_000).default(2048),
  ATTACHMENTS_OFFICE_MIB: wholeNumber(1, 10_000_000).default(20_480),
  SCAN_COMMAND: z.string().trim().min(1).optional(),
  SCAN_SECONDS: wholeNumber(1, 300).default(60),
  SMTP_SERVER: z
    .string()
    .refine((text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol), {
      error: 'must be an address such as smtp://name:password@mail.example.gov.cn:587',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s<>@,;]+@[^\s<>@,;]+$/, 'must be an address such as xushi@example.gov.cn')
    .optional(),
  SMTP_SECONDS: wholeNumber(1, 120).default(30),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error: 'must be a level such as info' })
    .default('info'),
});

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/** What a start can be told; the table with the reasons is in api/README.md. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseAddress: string;
  readonly loadsDemonstration: boolean;
  /** Whether others than this machine's own users may reach the demonstration, whose passwords everybody knows. */
  readonly mayShowDemonstration: boolean;
  /** Whether others than this machine's own users can reach the program. */
  readonly isPublic: boolean;
  /** Where browsers reach the office, where that is not the address of this process: `https://…`. */
  readonly publicOrigin: string | null;
  /** Whose `X-Forwarded-…` headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly signInsPerMinute: number;
  /** When a backup is made each day, in Shanghai's time, as `02:30`; empty where none is. */
  readonly backupTimes: readonly string[];
  /** Where backups go, null for the folder beside the database, and of how many days and weeks the newest stays. */
  readonly backups: {
    readonly folder: string | null;
    readonly keep: { readonly days: number; readonly weeks: number };
  };
  readonly storageLimits: StorageLimits;
  /** What the data is sealed with; null where the key's own file is to be used. */
  readonly sealKey: string | null;
  /** What whoever reads `/metrics` must send; null where nobody may. */
  readonly metricsToken: string | null;
  /** How much room attached files may take, and what looks them through. */
  readonly files: Omit<Files, 'store'>;
  /** Null where the office sends no mail. */
  readonly mail: MailSettings | null;
  readonly logLevel: string;
}

/** A start that was told something impossible; the message names every bad variable. */
export class ConfigRefusal extends Error {
  override readonly name = 'ConfigRefusal';
}

/**
 * Reads the settings out of an environment; an empty variable counts as not set.
 * @throws ConfigRefusal
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const read = environment.safeParse(set);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigRefusal(`These settings cannot be used:\n${lines.join('\n')}`);
  }
  const { data } = read;
  // Nothing of the demonstration need be kept, unless somebody says so.
  const backupTimes = data.BACKUP_TIMES ?? (data.XUSHI_DEMO === 'off' ? '02:30' : 'off');
  return Object.freeze({
    port: data.PORT,
    host: data.HOST,
    databaseAddress: data.DATABASE_URL,
    loadsDemonstration: data.XUSHI_DEMO !== 'off',
    mayShowDemonstration: data.XUSHI_DEMO === 'public',
    isPublic: data.PUBLIC_ORIGIN !== undefined || !isLoopback(data.HOST),
    publicOrigin: data.PUBLIC_ORIGIN ?? null,
    trustedProxies: data.TRUSTED_PROXIES?.split(',') ?? [],
    signInsPerMinute: data.SIGN_INS_PER_MINUTE,
    backupTimes: backupTimes === 'off' ? [] : backupTimes.split(',').toSorted(),
    backups: {
      folder: data.BACKUP_FOLDER ?? null,
      keep: { days: data.BACKUPS_KEPT, weeks: data.BACKUPS_KEPT_WEEKLY },
    },
    storageLimits: { low: data.STORAGE_LOW, full: data.STORAGE_FULL },
    sealKey: data.XUSHI_SEAL_KEY ?? null,
    metricsToken: data.METRICS_TOKEN ?? null,
    files: filesOf(data),
    mail: mailOf(data),
    logLevel: data.LOG_LEVEL,
  });
}

function filesOf(data: z.infer<typeof environment>): Config['files'] {
  return {
    limits: {
      fileBytes: data.ATTACHMENT_MIB * mebibyte,
      perItem: data.ATTACHMENTS_PER_ITEM,
      regionBytes: data.ATTACHMENTS_CITY_MIB * mebibyte,
      officeBytes: data.ATTACHMENTS_OFFICE_MIB * mebibyte,
    },
    // Split at spaces and run without a shell: a path with a space in it needs a script of one's own.
    scan:
      data.SCAN_COMMAND === undefined
        ? null
        : { words: data.SCAN_COMMAND.split(/\s+/), timeoutMs: data.SCAN_SECONDS * 1000 },
  };
}

/** @throws ConfigRefusal where one of both is missing */
function mailOf(data: z.infer<typeof environment>): MailSettings | null {
  const { SMTP_SERVER: server, MAIL_FROM: from } = data;
  if (server === undefined && from === undefined) return null;
  if (server === undefined || from === undefined) {
    throw new ConfigRefusal(
      'These settings cannot be used:\n  SMTP_SERVER and MAIL_FROM: set both to send mail, or neither',
    );
  }
  return { server, from, timeoutMs: data.SMTP_SECONDS * 1000 };
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');
