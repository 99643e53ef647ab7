import { z } from 'zod';
import { fileEndpoint, roles } from '../http/endpoint.ts';

export const itemCalendar = fileEndpoint({
  name: 'itemCalendar',
  path: '/api/interviews/calendar.ics',
  summary:
    'The days of items that are not verified and of accepted first-quarter plans, for a calendar program. A bureau gets its own',
  access: roles,
  query: z.strictObject({ language: z.enum(['zh', 'en']) }),
  contentTypes: ['text/calendar'],
});
