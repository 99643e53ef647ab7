/** Who is shown the form that plans an interview; nobody else's page asks for what would be refused. */
import { beforeAll, expect, it } from 'vitest';
import type { Role } from '#api/http/endpoint.ts';
import { listTemplates } from '#api/interviews/template-contract.ts';
import { query } from '#web/api/queries.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { pageAt, wordsIn } from '../rendered.tsx';

beforeAll(() => startText('zh'));

const templates = [{ version: 1, requirements: [], reason: '', person: 'official', at: '2020-10-01T01:00:00.000Z' }];
const planAs = (role: Role) =>
  pageAt('/interviews/new', { role, read: [{ of: query(listTemplates, {}), reply: templates }] });

it('is an official’s form', async () => {
  const html = await planAs('official');
  expect(html).toContain('name="heldOn"');
  expect(wordsIn(html)).not.toContain('约谈由省厅业务处拟定');
});

it.each(['leader', 'administrator'] as const)('tells the %s whose it is, and leads to the list', async (role) => {
  const html = await planAs(role);
  expect(wordsIn(html)).toContain('约谈由省厅业务处拟定');
  expect(html).toContain('href="/interviews"');
  expect(html).not.toContain('name="heldOn"');
});
