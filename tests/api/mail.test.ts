/** Mail of notices, against a real mail server: sent once, in its hours, tried again after silence, given up after a refusal. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { eq } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { enterJobs, runDueJobs } from '#api/server/jobs.ts';
import { sendMail } from '#api/server/mail-job.ts';
import { mailerOf } from '#api/server/mailer.ts';
import { openDatabase } from '#db/database.ts';
import { jobs, mails, notices } from '#db/schema.ts';
import { demoApp, type SignedInCaller, type TestApp } from '#tests/support/app.ts';
import { basedOn, lishui } from '#tests/support/reporting.ts';
import { secondOfficial } from '#tests/support/second-official.ts';

const address = 'official@example.gov.cn';
const choice = { address, mode: 'each', language: 'zh', quietFrom: null, quietUntil: null };

interface Received {
  readonly to: readonly string[];
  readonly text: string;
}

/** A mail server that keeps what it takes and refuses whom it is told to refuse. */
async function mailServer(refusal: { code: number } | null = null) {
  const taken: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      if (refusal === null) return done();
      done(Object.assign(new Error('no such box'), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address: one }) => one);
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        taken.push({ to, text: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return { taken, port: portOf(listening.address()) };
}

const portOf = (at: string | AddressInfo | null): number => (typeof at === 'object' && at !== null ? at.port : 0);

/** A server that takes connections and never says a word. */
async function silentServer(): Promise<number> {
  const open = new Set<Socket>();
  const server = createServer((socket) => open.add(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return portOf(server.address());
}

const mailTo = (port: number, timeoutMs = 5000) =>
  sendMail(
    mailerOf({ server: `smtp://127.0.0.1:${port}`, from: 'xushi@example.gov.cn', timeoutMs }),
    'https://xushi.example.gov.cn',
  );

async function look({ app }: TestApp, job: ReturnType<typeof mailTo>, services = app.services): Promise<void> {
  await enterJobs(services, [job]);
  await runDueJobs(services, [job], new AbortController().signal);
}

const stored = async ({ database }: TestApp) => database.reader.select().from(mails);

/** An official who wants mail, and a report that they are told of. */
async function officeWith(more: Partial<typeof choice> | { quietFrom: number; quietUntil: number } = {}, now?: string) {
  const office = await demoApp({
    environment: { SMTP_SERVER: 'smtp://127.0.0.1:1', MAIL_FROM: 'xushi@example.gov.cn' },
    ...(now !== undefined && { now }),
  });
  const official = await office.signedInAs('official');
  await official.put('/api/account/mail', { ...choice, ...more });
  await report(office, '2.2');
  return { office, official };
}

const report = async (office: TestApp, item: string): Promise<void> => {
  const bureau = await office.signedInAs('bureau', lishui);
  await bureau.post(`/api/interviews/2020-10-15/items/${lishui}/${item}/report`, { note: '已印发方案' }, basedOn(1));
};

/** Mail goes out at every hour of every day. */
const neverQuiet = async (official: SignedInCaller) => {
  const body = { from: null, until: null, daysOff: false, reason: '值班期间不设免打扰' };
  expect((await official.put('/api/reporting-calendar/2020/quiet-time', body, basedOn(0))).statusCode).toBe(200);
};

const newestOf = async (caller: SignedInCaller) => (await caller.get('/api/account/mail')).json().newest;

describe('mail of a notice', () => {
  it('goes once to the address that was chosen, in its language, with an id of its own', async () => {
    const { office, official } = await officeWith();
    const { taken, port } = await mailServer();
    await look(office, mailTo(port));
    office.clock.advance(2);
    await look(office, mailTo(port));
    const [{ id } = { id: '' }] = await stored(office);
    expect(taken).toHaveLength(1);
    expect(taken[0]?.to).toEqual([address]);
    expect(taken[0]?.text).toContain(`Message-ID: <${id}@example.gov.cn>`);
    const body = Buffer.from(/\r\n\r\n([\s\S]*)$/.exec(taken[0]?.text ?? '')?.[1] ?? '', 'base64').toString();
    expect(body).toBe(
      '- 丽水市报告完成事项“2.2 制定实施计划，明确目标举措”，待核实。\n\n' +
        '查看：https://xushi.example.gov.cn/inbox\n\n' +
        '您在“本人账号”页选择了接收邮件，可随时在那里更改。\n',
    );
    expect(await newestOf(official)).toEqual({ at: '2020-10-19T01:00:00.000Z', state: 'sent' });
  });

  it('carries documents under their own names', async () => {
    const { taken, port } = await mailServer();
    const mailer = mailerOf({ server: `smtp://127.0.0.1:${port}`, from: 'xushi@example.gov.cn', timeoutMs: 5000 });
    const document = { name: '通报.docx', contentType: 'application/octet-stream', content: Buffer.from('a document') };
    const mail = { id: 'one', to: address, subject: '周报', text: '见附件', attachments: [document] };
    expect(await mailer(mail)).toEqual({ kind: 'sent' });
    expect(taken[0]?.text).toContain(document.content.toString('base64'));
    expect(decodeURIComponent(taken[0]?.text ?? '')).toContain('通报.docx');
  });

  it('is sent by one of two processes', async () => {
    const { office } = await officeWith();
    const { taken, port } = await mailServer();
    const second = await openDatabase({ address: office.address });
    onTestFinished(() => second.close());
    await Promise.all([
      look(office, mailTo(port)),
      look(office, mailTo(port), { ...office.app.services, database: second }),
    ]);
    expect(taken).toHaveLength(1);
  });

  it('is not sent to who reads the notice first, who wants none any more, or of what was before they wanted any', async () => {
    const { office, official } = await officeWith();
    const { taken, port } = await mailServer();
    await official.post('/api/inbox/read', { ids: null });
    await look(office, mailTo(port));
    await report(office, '2.1');
    await official.put('/api/account/mail', { ...choice, mode: 'none' });
    office.clock.advance(2);
    await look(office, mailTo(port));
    await official.put('/api/account/mail', choice);
    office.clock.advance(2);
    await look(office, mailTo(port));
    expect([taken, await stored(office)]).toEqual([[], []]);
  });

  it('of a day goes out in the morning, all in one', async () => {
    // 07:30 in Shanghai.
    const { office } = await officeWith({ mode: 'daily', language: 'en' }, '2020-10-19T23:30:00Z');
    const { taken, port } = await mailServer();
    await look(office, mailTo(port));
    await report(office, '2.1');
    expect(taken).toEqual([]);
    office.clock.set('2020-10-20T00:00:00Z');
    await look(office, mailTo(port));
    await report(office, '2.3');
    office.clock.set('2020-10-20T06:00:00Z');
    await look(office, mailTo(port));
    expect(taken.map(({ text: said }) => /Subject: (.*)\r/.exec(said)?.[1])).toEqual(['Xushi: 2 notices']);
    office.clock.set('2020-10-21T00:00:00Z');
    await look(office, mailTo(port));
    expect(taken.map(({ text: said }) => /Subject: (.*)\r/.exec(said)?.[1])).toEqual([
      'Xushi: 2 notices',
      'Xushi: 1 notice',
    ]);
  });

  it('waits for the end of quiet hours', async () => {
    // 13:00 in Shanghai.
    const { office } = await officeWith({ quietFrom: 12, quietUntil: 14 }, '2020-10-19T05:00:00Z');
    const { taken, port } = await mailServer();
    await look(office, mailTo(port));
    expect(taken).toEqual([]);
    office.clock.set('2020-10-19T06:00:00Z');
    await look(office, mailTo(port));
    expect(taken).toHaveLength(1);
  });
});

describe('a mail server', () => {
  it('that refuses for good is not asked again, and the person sees that', async () => {
    const { office, official } = await officeWith();
    const { taken, port } = await mailServer({ code: 550 });
    await look(office, mailTo(port));
    office.clock.advance(24 * 60);
    await look(office, mailTo(port));
    expect(taken).toEqual([]);
    expect(await stored(office)).toMatchObject([
      { state: 'failed', attempts: 1, lastError: expect.stringContaining('no such box') },
    ]);
    expect((await newestOf(await office.signedIn(official.name))).state).toBe('failed');
  });

  it('that refuses for now is asked again later, and then gets the same mail', async () => {
    const { office } = await officeWith();
    await look(office, mailTo((await mailServer({ code: 451 })).port));
    expect(await stored(office)).toMatchObject([
      { state: 'waiting', attempts: 1, nextTryAt: '2020-10-19T01:02:00.000Z' },
    ]);
    const { taken, port } = await mailServer();
    office.clock.advance(1);
    await look(office, mailTo(port));
    expect(taken).toEqual([]);
    office.clock.advance(1);
    await look(office, mailTo(port));
    expect([taken.length, await stored(office)]).toEqual([
      1,
      [expect.objectContaining({ state: 'sent', attempts: 2 })],
    ]);
  });

  it('that says nothing, or is not there, holds nobody up for longer than its time', async () => {
    const { office } = await officeWith();
    const started = performance.now();
    await look(office, mailTo(await silentServer(), 300));
    expect(performance.now() - started).toBeLessThan(5000);
    office.clock.advance(2);
    await look(office, mailTo(1));
    expect(await stored(office)).toMatchObject([
      { state: 'waiting', attempts: 2, nextTryAt: '2020-10-19T01:06:00.000Z' },
    ]);
  });

  it('gets the others’ mail where one cannot be worded, which is tried as often as any, and the operator sees why', async () => {
    const office = await demoApp();
    const [official, other] = [await office.signedInAs('official'), await secondOfficial(office)];
    await neverQuiet(official);
    await official.put('/api/account/mail', choice);
    await other.put('/api/account/mail', { ...choice, address: 'other@example.gov.cn' });
    await report(office, '2.2');
    // A month that is none, as a fault of ours might store one.
    const about = {
      interview: null,
      item: null,
      day: null,
      note: null,
      count: null,
      submission: { year: 1e9, month: 1 },
    };
    await office.database.write((tx) =>
      tx.update(notices).set({ about }).where(eq(notices.account, 'second-official')),
    );
    const { taken, port } = await mailServer();
    const job = async () => (await office.database.reader.select().from(jobs)).find(({ name }) => name === 'send-mail');
    await look(office, mailTo(port));
    expect(await job()).toMatchObject({ lastOutcome: 'failed', lastError: 'Invalid time value' });
    for (let tried = 1; tried < 14; tried += 1) {
      office.clock.advance(721);
      await look(office, mailTo(port));
    }
    expect(taken.map(({ to }) => to)).toEqual([[address]]);
    expect(await stored(office)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ state: 'sent', attempts: 1 }),
        expect.objectContaining({
          account: 'second-official',
          state: 'failed',
          attempts: 12,
          lastError: 'its text could not be made: Invalid time value',
        }),
      ]),
    );
    expect(await job()).toMatchObject({ lastOutcome: 'done' });
  });

  it('is given up after twelve tries', async () => {
    const { office, official } = await officeWith();
    await neverQuiet(official);
    for (let tried = 0; tried < 14; tried += 1) {
      await look(office, mailTo(1));
      office.clock.advance(721);
    }
    expect(await stored(office)).toMatchObject([{ state: 'failed', attempts: 12 }]);
  });
});
