/** What tests of interviews share: a meeting of its own, called and held. */
import type { Attachment } from '#api/attachments/contract.ts';
import type { Interview, InterviewIn } from '#api/interviews/contract.ts';
import { findAccountByName, insertAccount } from '#db/accounts.ts';
import { demoApp, type SignedInCaller, type TestApp } from './app.ts';
import { plainPdf } from './attachment-corpus.ts';
import { basedOn } from './reporting.ts';

export const planned = {
  heldOn: '2020-11-05',
  title: { zh: '第四季度约谈', en: '' },
  place: '省厅三楼会议室',
  regions: ['330800', '330500'],
  template: null,
};

/** The account `second`, another official, because nobody verifies what they reported. */
export async function secondOfficial({ database }: Pick<TestApp, 'database'>): Promise<void> {
  const first = await findAccountByName(database.reader, 'official');
  if (first === undefined) throw new Error('the demonstration has no account official');
  await database.write((tx) => insertAccount(tx, { ...first, id: 'second', name: 'second' }));
}

/** The demonstration with its official signed in. */
export interface Office extends TestApp {
  readonly official: SignedInCaller;
}

export async function office(): Promise<Office> {
  const test = await demoApp();
  return { ...test, official: await test.signedInAs('official') };
}

/** Plans a meeting. */
export async function plannedMeeting({ official }: Office, more: Partial<typeof planned> = {}): Promise<Interview> {
  const response = await official.post('/api/interviews', { ...planned, ...more });
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json<Interview>();
}

/** Gives a meeting a command from the version that it has. */
export async function moved(
  { official }: Office,
  meeting: Interview,
  command: 'call' | 'hold' | 'close' | 'cancel',
  reason = '',
): Promise<Interview> {
  const address = `/api/interviews/${meeting.id}/move`;
  const response = await official.post(address, { command, reason }, basedOn(meeting.version));
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json<Interview>();
}

/** A meeting that was called and held: its items are open. */
export async function heldMeeting(at: Office, more: Partial<typeof planned> = {}): Promise<Interview> {
  return moved(at, await moved(at, await plannedMeeting(at, more), 'call'), 'hold');
}

/** Attaches a file to an item that is reported with evidence alone; its id. */
export async function attachFile(caller: SignedInCaller, item: string): Promise<string> {
  const response = await caller.upload('POST', `${item}/attachments?name=minutes.pdf`, 'application/pdf', plainPdf);
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json<Attachment>().id;
}

/** What an official would send to leave a meeting as it is. */
export const asWritten = ({
  heldOn,
  title,
  place,
  regions,
  attendants,
  agenda,
  notice,
  minutes,
  requirements,
}: Interview): InterviewIn => ({
  heldOn,
  title,
  place,
  regions,
  attendants,
  agenda,
  notice,
  minutes,
  requirements,
});
