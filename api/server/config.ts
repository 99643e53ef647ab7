import { z } from 'zod';
import { largestFile } from '../attachments/contract.ts';
import type { Files } from '../http/context.ts';
import type { MailSettings } from './mailer.ts';

const origin = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text, {
    error: 'must be an origin such as https://xushi.example.gov.cn, without a path',
  });

const mebi = 2 ** 20;

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
  XUSHI_SEAL_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hex digits')
    .optional(),
  ATTACHMENT_MIB: wholeNumber(1, largestFile / mebi).default(20),
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
  /** How many backups stay in the office's folder; older ones are cleared away. */
  readonly backupsKept: number;
  /** What the data is sealed with; null where the key's own file is to be used. */
  readonly sealKey: string | null;
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
    backupsKept: data.BACKUPS_KEPT,
    sealKey: data.XUSHI_SEAL_KEY ?? null,
    files: filesOf(data),
    mail: mailOf(data),
    logLevel: data.LOG_LEVEL,
  });
}

function filesOf(data: z.infer<typeof environment>): Config['files'] {
  return {
    limits: {
      fileBytes: data.ATTACHMENT_MIB * mebi,
      perItem: data.ATTACHMENTS_PER_ITEM,
      regionBytes: data.ATTACHMENTS_CITY_MIB * mebi,
      officeBytes: data.ATTACHMENTS_OFFICE_MIB * mebi,
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
