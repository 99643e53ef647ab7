import { z } from 'zod';
import { bulletinAddress } from '../bulletins/contract.ts';
import { tableFormats, tableTypes } from '../http/content-types.ts';
import { fileEndpoint, roles } from '../http/endpoint.ts';
import { day, month, regionCode, year } from '../http/shapes.ts';
import { projectFilter } from '../projects/contract.ts';
import { interviewId } from '../interviews/contract.ts';

/** A month as its page shows it: `known` is the day whose knowledge that is. */
const ofMonth = { year, month, known: day.optional() };
const written = { language: z.enum(['zh', 'en']), format: z.enum(tableFormats) };
const contentTypes = Object.values(tableTypes);

export const overviewTable = fileEndpoint({
  name: 'overviewTable',
  path: '/api/overview/table',
  summary:
    'The overview of a month as a workbook or CSV: a row for each region and indicator. A bureau gets its own city',
  access: roles,
  query: z.strictObject({ ...ofMonth, ...written }),
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

export const curvesTable = fileEndpoint({
  name: 'curvesTable',
  path: '/api/curves/table',
  summary: 'The pace curves in all their versions as a workbook or CSV, with what each judges from when on',
  access: roles,
  query: z.strictObject(written),
  contentTypes,
});

export const nodePlansTable = fileEndpoint({
  name: 'nodePlansTable',
  path: '/api/node-plans/table',
  summary: 'The node plans of a year in all their versions as a workbook or CSV. A bureau gets its own city’s',
  access: roles,
  query: z.strictObject({ year, ...written }),
  contentTypes,
});

export const sprintTable = fileEndpoint({
  name: 'sprintTable',
  path: '/api/sprint/table',
  summary: 'The sprint of a month as a workbook or CSV: a row for each city and indicator',
  access: ['official', 'leader', 'administrator'],
  query: z.strictObject({ ...ofMonth, ...written }),
  contentTypes,
});

export const cityTable = fileEndpoint({
  name: 'cityTable',
  path: '/api/cities/:region/table',
  summary: 'A city’s year as a workbook or CSV, month by month. A bureau gets its own city’s alone',
  access: roles,
  params: z.strictObject({ region: regionCode }),
  query: z.strictObject({ ...ofMonth, ...written }),
  contentTypes,
});

export const reviewTable = fileEndpoint({
  name: 'reviewTable',
  path: '/api/review/table',
  summary: 'What waits for review as a workbook or CSV, riskiest first: a row for each hint',
  access: ['official'],
  query: z.strictObject(written),
  contentTypes,
});

export const checklistTable = fileEndpoint({
  name: 'checklistTable',
  path: '/api/interviews/:interview/table',
  summary: 'The checklist of an interview as a workbook or CSV. A bureau gets its own city’s items alone',
  access: roles,
  params: z.strictObject({ interview: interviewId }),
  query: z.strictObject(written),
  contentTypes,
});

export const bulletinTable = fileEndpoint({
  name: 'bulletinTable',
  path: '/api/bulletins/:id/table',
  summary: 'What a bulletin says as a workbook or CSV: a row for each area and indicator, as frozen',
  access: roles,
  params: bulletinAddress,
  query: z.strictObject(written),
  contentTypes,
});

export const projectsTable = fileEndpoint({
  name: 'projectsTable',
  path: '/api/projects/table',
  summary:
    'The project ledger as a workbook or CSV, by the page’s filters; an import reads it back. A bureau gets its own city',
  access: roles,
  query: projectFilter.extend(written),
  contentTypes,
});

export const accountsTable = fileEndpoint({
  name: 'accountsTable',
  path: '/api/accounts/table',
  summary: 'The accounts of the office as a workbook or CSV, without any secret',
  access: ['administrator'],
  query: z.strictObject(written),
  contentTypes,
});
