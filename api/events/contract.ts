import { z } from 'zod';
import { roles, streamEndpoint } from '../http/endpoint.ts';

/** The stream's only event, `changed`: something that an open page may show is different now. It carries no figures. */
export const change = z.object({ revision: z.number().int() });
export type Change = z.infer<typeof change>;

export const events = streamEndpoint({
  name: 'events',
  path: '/api/events',
  summary:
    'Server-sent events: `changed` with a number that rises with whatever the caller may see, and with nothing else',
  access: roles,
  event: 'changed',
  data: change,
});
