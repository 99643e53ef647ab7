import { z } from 'zod';
import type { StorageLimit, StorageLimits } from '../http/serve.ts';

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
  STORAGE_LOW: storageLimit('2GiB,10%'),
  STORAGE_FULL: storageLimit('64MiB,1%'),
  XUSHI_SEAL_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hex digits')
    .optional(),
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
  readonly storageLimits: StorageLimits;
  /** What the data is sealed with; null where the key's own file is to be used. */
  readonly sealKey: string | null;
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
    storageLimits: { low: data.STORAGE_LOW, full: data.STORAGE_FULL },
    sealKey: data.XUSHI_SEAL_KEY ?? null,
    logLevel: data.LOG_LEVEL,
  });
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');
