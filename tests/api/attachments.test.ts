/** Files attached to items and interviews: what is taken, who sees them, how they are kept and how they are served. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Attachment, AttachmentList } from '#api/attachments/contract.ts';
import { attachRefusal, removeRefusal } from '#api/attachments/lifecycle.ts';
import { attachments, auditEvents } from '#db/schema.ts';
import { corpus, docx, plainPdf, png } from '#tests/support/attachment-corpus.ts';
import { demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { temporaryFolder } from '#tests/support/database.ts';
import { basedOn, hangzhou, lishui, wenzhou } from '#tests/support/reporting.ts';

const interview = '/api/interviews/2020-10-15';
const itemOf = (region: string, item: string) => `${interview}/items/${region}/${item}/attachments`;
const own = itemOf(lishui, '1.1');
const reason = { reason: '上传了错误的文件' };

const send = (caller: Caller, at: string, name = 'minutes.pdf', content = plainPdf, type = 'application/pdf') =>
  caller.upload('POST', `${at}?name=${encodeURIComponent(name)}`, type, content);
const attached = async (caller: Caller, at = own, name?: string): Promise<Attachment> =>
  (await send(caller, at, name)).json();
const listed = async (caller: Caller, at = own): Promise<AttachmentList> => (await caller.get(at)).json();
const files = ({ app }: TestApp): string[] => {
  const { folder } = app.services.files.store;
  return existsSync(folder) ? readdirSync(folder) : [];
};
const codeOf = (reply: { body: string }): string => /"code":"([a-z-]+)"/.exec(reply.body)?.[1] ?? 'kept';

describe('a file that is attached', () => {
  it('is taken or refused as written down, and leaves nothing behind where it is refused', async () => {
    const office = await demoApp({ environment: { ATTACHMENTS_PER_ITEM: '100' } });
    const caller = await office.signedInAs('bureau', lishui);
    const found: string[] = [];
    for (const { what, name, type, content } of corpus) {
      found.push(`${what}: ${codeOf(await send(caller, own, name, content, type))}`);
    }
    expect(found).toEqual(corpus.map(({ what, becomes }) => `${what}: ${becomes}`));
    const kept = corpus.filter(({ becomes }) => becomes === 'kept');
    expect(files(office)).toHaveLength(kept.length);
    const { attachments: rows } = await listed(caller);
    // In the composed form: the same letters in fewer signs.
    expect(rows.map(({ name }) => name).toSorted()).toEqual(kept.map(({ name }) => name.normalize('NFC')).toSorted());
  });

  it('lies under a random name, as it was sent, with its hash in a sealed row and in the audit trail', async () => {
    const office = await demoApp();
    const caller = await office.signedInAs('bureau', lishui);
    const one = await attached(caller, own, '会议纪要.pdf');
    const sha256 = createHash('sha256').update(plainPdf).digest('hex');
    expect(one).toMatchObject({
      name: '会议纪要.pdf',
      bytes: plainPdf.length,
      sha256,
      person: caller.name,
      removed: null,
    });
    expect([files(office), one.id]).toEqual([[one.id], expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(readFileSync(join(office.app.services.files.store.folder, one.id)).equals(plainPdf)).toBe(true);
    const trail = (await office.database.reader.select().from(auditEvents)).find(
      ({ action }) => action === 'checklist.attach',
    );
    expect(trail).toMatchObject({
      object: `2020-10-15/${lishui}/1.1`,
      detail: { name: '会议纪要.pdf', bytes: plainPdf.length, sha256 },
    });
  });

  it('is one file where the same request comes twice', async () => {
    const office = await demoApp();
    const caller = await office.signedInAs('bureau', lishui);
    const again = () =>
      caller.upload('POST', `${own}?name=a.pdf`, 'application/pdf', plainPdf, { 'idempotency-key': 'twice' });
    const [first, second] = [await again(), await again()];
    expect(second.json()).toEqual(first.json());
    expect([files(office).length, (await listed(caller)).attachments.length]).toEqual([1, 1]);
  });

  it('is refused over the limits of a file, an item, a city and the office, and then not kept', async () => {
    const office = await demoApp({
      environment: {
        ATTACHMENT_MIB: '1',
        ATTACHMENTS_PER_ITEM: '2',
        ATTACHMENTS_CITY_MIB: '2',
        ATTACHMENTS_OFFICE_MIB: '3',
      },
    });
    const big = Buffer.concat([png, Buffer.alloc(2 ** 20 - png.length)]);
    const sendBig = async (city: string, item: string, content = big) =>
      codeOf(await send(await office.signedInAs('bureau', city), itemOf(city, item), 'big.png', content, 'image/png'));
    expect(await sendBig(lishui, '1.1', Buffer.concat([big, Buffer.alloc(1)]))).toBe('too-large');
    expect([await sendBig(lishui, '1.1'), await sendBig(lishui, '1.1')]).toEqual(['kept', 'kept']);
    expect([await sendBig(lishui, '1.1'), await sendBig(lishui, '1.2')]).toEqual(['too-many-files', 'quota-used-up']);
    expect([await sendBig(wenzhou, '1.2'), await sendBig(wenzhou, '1.3')]).toEqual(['kept', 'quota-used-up']);
    expect(files(office)).toHaveLength(3);
  });
});

const scanner = (script: string): string => {
  const path = join(temporaryFolder(), 'scan');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
};

describe('a scanner', () => {
  it.each([
    ['finds nothing', 'exit 0', 'kept'],
    ['finds something', 'grep -q PDF "$1" && exit 1; exit 0', 'file-infected'],
    ['fails', 'exit 2', 'scan-unavailable'],
    ['takes too long', 'exec sleep 30', 'scan-unavailable'],
  ])('that %s decides what becomes of a file', async (_what, script, becomes) => {
    const office = await demoApp({ environment: { SCAN_COMMAND: scanner(script), SCAN_SECONDS: '1' } });
    expect(codeOf(await send(await office.signedInAs('bureau', lishui), own))).toBe(becomes);
    expect(files(office)).toHaveLength(becomes === 'kept' ? 1 : 0);
  });

  it('that is not there lets nothing through', async () => {
    const office = await demoApp({ environment: { SCAN_COMMAND: '/nowhere/scan' } });
    expect(codeOf(await send(await office.signedInAs('bureau', lishui), own))).toBe('scan-unavailable');
  });
});

const asked = async (caller: Caller, file: string) => (await caller.get(`/api/attachments/${file}`)).statusCode;

const withoutId = (body: string) => body.replace(/urn:uuid:[0-9a-f-]{36}/, '');

describe('an attached file', () => {
  it('is served as a download that runs nowhere, and not again to who has it', async () => {
    const office = await demoApp();
    const caller = await office.signedInAs('bureau', lishui);
    const { id, sha256 } = await attached(caller, own, '会议 纪要.pdf');
    const reply = await caller.get(`/api/attachments/${id}`);
    expect(reply.rawPayload.equals(plainPdf)).toBe(true);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(plainPdf.length),
      'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''%E4%BC%9A/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'cache-control': 'no-store',
      etag: `"${sha256}"`,
    });
    expect((await caller.get(`/api/attachments/${id}`, { 'if-none-match': `"${sha256}"` })).statusCode).toBe(304);
  });

  it('is for its city, the department and those who see every city; another city is told what it is told of none', async () => {
    const office = await demoApp();
    const { id } = await attached(await office.signedInAs('bureau', lishui));
    for (const role of ['official', 'leader', 'administrator'] as const) {
      expect(await asked(await office.signedInAs(role), id)).toBe(200);
    }
    const other = await office.signedInAs('bureau', wenzhou);
    const [theirs, none] = [
      await other.get(`/api/attachments/${id}`),
      await other.get(`/api/attachments/${'0'.repeat(32)}`),
    ];
    expect([theirs.statusCode, withoutId(theirs.body)]).toEqual([404, withoutId(none.body)]);
    expect(codeOf(await other.post(`/api/attachments/${id}/remove`, reason))).toBe('not-found');
    expect(codeOf(await other.get(own))).toBe('not-found');
  });

  it('of an interview itself is the department’s to attach, and for the cities that were called', async () => {
    const office = await demoApp();
    const minutes = await attached(await office.signedInAs('official'), `${interview}/attachments`);
    const asked = async (city: string) =>
      (await (await office.signedInAs('bureau', city)).get(`/api/attachments/${minutes.id}`)).statusCode;
    expect([await asked(lishui), await asked(hangzhou)]).toEqual([200, 404]);
    expect(codeOf(await send(await office.signedInAs('bureau', lishui), `${interview}/attachments`))).toBe(
      'not-allowed',
    );
    expect((await listed(await office.signedInAs('leader'), `${interview}/attachments`)).can.attach).toBe(false);
  });

  it('is taken back by its own side with a reason, once, and stays on record', async () => {
    const office = await demoApp();
    const [bureau, official] = [await office.signedInAs('bureau', lishui), await office.signedInAs('official')];
    const { id } = await attached(bureau);
    expect(codeOf(await official.post(`/api/attachments/${id}/remove`, reason))).toBe('not-allowed');
    expect(codeOf(await bureau.post(`/api/attachments/${id}/remove`, { reason: ' 错 ' }))).toBe('reason-required');
    expect(codeOf(await bureau.post(`/api/attachments/${id}/remove`, reason))).toBe('kept');
    expect(codeOf(await bureau.post(`/api/attachments/${id}/remove`, reason))).toBe('illegal-transition');
    expect((await listed(official)).attachments).toMatchObject([
      { id, removed: { person: bureau.name, reason: reason.reason }, can: { remove: false } },
    ]);
    expect((await bureau.get(`/api/attachments/${id}`)).statusCode).toBe(404);
  });

  it('stays where its item was verified, and nothing is added to that', async () => {
    const office = await demoApp();
    const [bureau, official] = [await office.signedInAs('bureau', lishui), await office.signedInAs('official')];
    // Reported in the demonstration, at version 2.
    const at = itemOf(lishui, '1.3');
    const { id } = await attached(bureau, at);
    await official.post(`${interview}/items/${lishui}/1.3/verify`, { note: '' }, basedOn(2));
    expect(codeOf(await bureau.post(`/api/attachments/${id}/remove`, reason))).toBe('illegal-transition');
    expect(codeOf(await send(bureau, at))).toBe('illegal-transition');
    expect((await listed(bureau, at)).can.attach).toBe(false);
  });
});

describe('the rules of attaching', () => {
  const item = { kind: 'item', region: lishui, isVerified: false } as const;
  const bureau = { role: 'bureau', region: lishui } as const;
  it('let a bureau attach to its own items and never to an interview', () => {
    expect(attachRefusal(item, bureau)).toBe(null);
    expect(attachRefusal(item, { role: 'bureau', region: wenzhou })).toBe('not-allowed');
    expect(attachRefusal({ kind: 'interview' }, bureau)).toBe('not-allowed');
    expect(attachRefusal({ kind: 'interview' }, { role: 'official', region: null })).toBe(null);
    expect(attachRefusal({ ...item, isVerified: true }, bureau)).toBe('illegal-transition');
  });
  it('let nobody take back what the other side attached', () => {
    const file = { attachedFor: 'official', removedAt: null } as const;
    expect(removeRefusal(item, file, bureau)).toBe('not-allowed');
    expect(removeRefusal(item, { ...file, attachedFor: 'bureau' }, bureau)).toBe(null);
  });
});

describe('rows and files', () => {
  it('never part: where the row cannot be written, no file stays', async () => {
    const office = await demoApp();
    const caller = await office.signedInAs('bureau', lishui);
    const { store } = office.app.services.files;
    // The item is verified while the file is being kept.
    const keep = store.keep.bind(store);
    const official = await office.signedInAs('official');
    store.keep = async (from) => {
      const id = await keep(from);
      await official.post(`${interview}/items/${lishui}/1.3/verify`, { note: '' }, basedOn(2));
      return id;
    };
    const refused = await send(
      caller,
      itemOf(lishui, '1.3'),
      'a.docx',
      docx,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect([codeOf(refused), files(office), await office.database.reader.select().from(attachments)]).toEqual([
      'illegal-transition',
      [],
      [],
    ]);
  });
});
