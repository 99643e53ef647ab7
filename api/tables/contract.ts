import { z } from 'zod';
import { fileEndpoint, roles } from '../http/endpoint.ts';
import { month, year } from '../http/shapes.ts';

/** What a table goes out as: a workbook with numbers as numbers, or CSV in UTF-8 with its mark. */
export const tableFormats = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

const written = { language: z.enum(['zh', 'en']), format: z.enum(tableFormats) };
const contentTypes = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'] as const;

export const overviewTable = fileEndpoint({
  name: 'overviewTable',
  path: '/api/overview/table',
  summary:
    'The overview of a month as a workbook or CSV: a row for each region and indicator. A bureau gets its own city',
  access: roles,
  query: z.strictObject({ year, month, ...written }),
  contentTypes,
});

export const submissionsTable = fileEndpoint({
  name: 'submissionsTable',
  path: '/api/submissions/table',
  summary: 'The months of a year as a workbook or CSV: state, deadline, how late. A bureau gets its own city',
  access: ['official', 'bureau'],
  query: z.strictObject({ year, ...written }),
  contentTypes,
});

export const punctualityTable = fileEndpoint({
  name: 'punctualityTable',
  path: '/api/submissions/punctuality/table',
  summary: 'How punctually each city reported a year, as a workbook or CSV. A bureau gets its own city',
  access: ['official', 'bureau'],
  query: z.strictObject({ year, ...written }),
  contentTypes,
});

export const targetsTable = fileEndpoint({
  name: 'targetsTable',
  path: '/api/targets/table',
  summary:
    'The ledger of a year’s targets as a workbook or CSV, every change with its document. A bureau gets its city’s and the province’s',
  access: roles,
  query: z.strictObject({ year, ...written }),
  contentTypes,
});
