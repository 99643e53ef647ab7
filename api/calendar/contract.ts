import { z } from 'zod';
import { fileEndpoint, roles } from '../http/endpoint.ts';

export const itemCalendar = fileEndpoint({
  name: 'itemCalendar',
  path: '/api/interviews/calendar.ics',
  summary:
    'The days on which items are due, for a calendar program: those that are not verified. A bureau gets its own',
  access: roles,
  query: z.strictObject({ language: z.enum(['zh', 'en']) }),
  contentTypes: ['text/calendar'],
});
