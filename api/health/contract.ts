import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { bilingual, instant } from '../http/shapes.ts';

export const health = endpoint({
  name: 'health',
  method: 'GET',
  path: '/api/health',
  summary: 'Whether the process answers; touches nothing',
  access: 'public',
  reply: z.object({ status: z.literal('ok') }),
});

export const ready = endpoint({
  name: 'ready',
  method: 'GET',
  path: '/api/ready',
  summary:
    'Whether requests can be served and stored data is as it was sealed; 503 where not. Names the jobs that fail again and again, a disk that gets full, when the clock was set, and a backup that is too old',
  access: 'public',
  reply: z.object({
    status: z.literal('ready'),
    failingJobs: z.array(z.string()),
    /** Only where the disk of the database has little room left; 503 `storage-full` where it has hardly any. */
    storageLow: z.object({ freeBytes: z.number().int(), totalBytes: z.number().int() }).optional(),
    /** Only where the machine's clock was set by more than a minute while this process ran: when, by its new time. */
    clockStep: z.object({ at: instant, bySeconds: z.number().int() }).optional(),
    /** Only where backups are scheduled and the last good one is too old; null where none was ever good. */
    lateBackup: z.object({ goodAt: instant.nullable() }).optional(),
  }),
});

/** What an office that serves says of itself. */
export type Readiness = z.infer<typeof ready.reply>;

export const job = z.object({
  name: z.string(),
  nextRunAt: instant,
  /** Until when the process that is at it has it to itself; null where nobody is. */
  leasedUntil: instant.nullable(),
  /** Failures since it last succeeded. */
  attempts: z.number().int(),
  lastEndedAt: instant.nullable(),
  lastOutcome: z.enum(['done', 'failed']).nullable(),
  /** The message of the last failure, as the program or the database put it; null after a success. */
  lastError: z.string().nullable(),
});

export const listJobs = endpoint({
  name: 'listJobs',
  method: 'GET',
  path: '/api/jobs',
  summary: 'What the system does by itself: when next, and how it went',
  access: ['administrator'],
  reply: z.array(job),
});

/** What the last check of the seals found. */
export const integrity = z.object({
  /** Null before the first. */
  checkedAt: instant.nullable(),
  /** Whether all rows were looked at, and not only the newest. */
  isWhole: z.boolean(),
  rows: z.number().int(),
  seals: z.number().int(),
  /** How many things are not as they were sealed; `findings` names the first of them. */
  total: z.number().int(),
  findings: z.array(bilingual),
});

export const getIntegrity = endpoint({
  name: 'getIntegrity',
  method: 'GET',
  path: '/api/integrity',
  summary:
    'Whether stored data is as it was sealed: when that was last checked, and what was altered, deleted or inserted',
  access: ['administrator'],
  reply: integrity,
});

/** The disk of the database. */
export const storage = z.object({
  folder: z.string(),
  freeBytes: z.number().int(),
  totalBytes: z.number().int(),
  state: z.enum(['ok', 'low', 'full']),
});

export const getStorage = endpoint({
  name: 'getStorage',
  method: 'GET',
  path: '/api/storage',
  summary: 'The room on the disk of the database; null where another machine has the disk',
  access: ['administrator'],
  reply: z.object({ disk: storage.nullable() }),
});
