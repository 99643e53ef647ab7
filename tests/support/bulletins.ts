/** What tests of bulletins share: a draft of September 2020, its issue by a second person, and a correction of its figures. */
import type { LightMyRequestResponse } from 'fastify';
import { filled } from '#api/bulletins/marks.ts';
import type { Bulletin } from '#api/bulletins/contract.ts';
import { enterJobs, runDueJobs, type Job } from '#api/server/jobs.ts';
import { demoApp, type SignedInCaller, type TestApp } from './app.ts';
import { basedOn, monthOf, submissionIn } from './reporting.ts';
import { secondOfficial } from './second-official.ts';

export const bulletinIn = (response: LightMyRequestResponse): Bulletin => {
  if (response.statusCode !== 200) throw new Error(`no bulletin: ${response.body}`);
  return response.json<Bulletin>();
};

/** The address of a bulletin, or of an act on it. */
export const bulletinAddress = (id: string, end = ''): string => `/api/bulletins/${id}${end}`;

/** A part as it is printed. */
export const printed = ({ parts, fields }: Bulletin, key: string): string =>
  filled(parts.find((part) => part.key === key)?.text ?? '', new Map(Object.entries(fields)));

/** The code with which something is refused. */
export const codeOf = async (reply: Promise<LightMyRequestResponse>): Promise<string> =>
  (await reply).json<{ code: string }>().code;

export const numbers = { issueNumber: '9', documentNumber: '浙建发〔2020〕109号' };

/** An office with a draft of September by its official, and a second official who may issue it. */
export async function draftedSeptember(
  language: 'zh' | 'en' = 'zh',
): Promise<TestApp & { readonly official: SignedInCaller; readonly second: SignedInCaller; readonly draft: Bulletin }> {
  const office = await demoApp();
  const official = await office.signedInAs('official');
  const second = await secondOfficial(office);
  const draft = bulletinIn(await official.post('/api/bulletins', { year: 2020, month: 9, language }));
  return { ...office, official, second, draft };
}

/** Numbers a draft and has the second official issue it. */
export async function issued(
  { official, second }: { readonly official: SignedInCaller; readonly second: SignedInCaller },
  { id, version }: Pick<Bulletin, 'id' | 'version'>,
): Promise<Bulletin> {
  const at = `/api/bulletins/${id}`;
  const saved = bulletinIn(await official.put(at, { ...numbers, texts: {} }, basedOn(version)));
  return bulletinIn(await second.post(`${at}/issue`, {}, basedOn(saved.version)));
}

/** A city corrects figures of a month, and an official accepts it a minute later. */
export async function corrected(
  { signedInAs, official, clock }: Pick<TestApp, 'signedInAs' | 'clock'> & { readonly official: SignedInCaller },
  region: string,
  {
    month = 9,
    ...said
  }: { readonly month?: number; readonly figures: Record<string, unknown>; readonly laterMonths?: string },
): Promise<void> {
  clock.advance(1);
  const bureau = await signedInAs('bureau', region);
  const before = submissionIn(await bureau.get(monthOf(region, month)));
  const body = { ...said, reason: '核对施工许可证后更正' };
  const sent = await bureau.post(monthOf(region, month, 'correct'), body, basedOn(before.version));
  if (sent.statusCode !== 200) throw new Error(`not corrected: ${sent.body}`);
  const waiting = submissionIn(await official.get(monthOf(region, month)));
  const accepted = await official.post(monthOf(region, month, 'accept'), {}, basedOn(waiting.version));
  if (accepted.statusCode !== 200) throw new Error(`not accepted: ${accepted.body}`);
}

/** Runs the program's own look at issued bulletins, a minute later. */
export async function lookedAt({ app, clock }: Pick<TestApp, 'app' | 'clock'>, job: Job): Promise<void> {
  clock.advance(1);
  await enterJobs(app.services, [job]);
  await runDueJobs(app.services, [job], new AbortController().signal);
}

/** The statements about a bulletin that officials see, oldest first. */
export async function statementsOf(official: SignedInCaller, id: string): Promise<Bulletin[]> {
  const { corrections } = bulletinIn(await official.get(bulletinAddress(id)));
  return Promise.all(corrections.map(async (one) => bulletinIn(await official.get(bulletinAddress(one.id)))));
}
