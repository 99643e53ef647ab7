import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { instant } from '../http/shapes.ts';

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
  summary: 'Whether requests can be served; 503 with the reason where not. Names the jobs that fail again and again',
  access: 'public',
  reply: z.object({ status: z.literal('ready'), failingJobs: z.array(z.string()) }),
});

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
