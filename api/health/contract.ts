import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';

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
  summary: 'Whether requests can be served; 503 with the reason where not',
  access: 'public',
  reply: z.object({ status: z.literal('ready') }),
});
