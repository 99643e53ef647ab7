/**
 * What must not leave, looked for in everything that leaves as a file: a city's pending figures, its words and the
 * department's comments, a draft, and to other cities also what was accepted. The exports are taken from the endpoints
 * themselves, so that a new one fails here until it has its line.
 */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AnyEndpoint } from '#api/http/endpoint.ts';
import { linearPoints } from '#api/measures/curve.ts';
import { bulletinIn } from '#tests/support/bulletins.ts';
import { newTokenOf } from '#tests/support/access-tokens.ts';
import { callerOf, demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { partsOf } from '#tests/support/office-suite.ts';
import {
  basedOn,
  hangzhou,
  huzhou,
  monthOf,
  ordinary,
  ordinaryWith,
  submissionIn,
  wenzhou,
  zhoushan,
} from '#tests/support/reporting.ts';

/** Whether an export can be asked for here with something in it; `no` with the reason why it cannot hold figures. */
const exports: Readonly<Record<string, 'yes' | { readonly no: string }>> = {
  exportAuditEvents: 'yes',
  dataset: 'yes',
  openDataset: 'yes',
  openDatasetAt: 'yes',
  overviewTable: 'yes',
  submissionsTable: 'yes',
  punctualityTable: 'yes',
  targetsTable: 'yes',
  curvesTable: 'yes',
  nodePlansTable: 'yes',
  sprintTable: 'yes',
  cityTable: 'yes',
  reviewTable: 'yes',
  checklistTable: 'yes',
  bulletinTable: 'yes',
  projectsTable: 'yes',
  accountsTable: 'yes',
  itemCalendar: 'yes',
  downloadBulletin: 'yes',
  downloadPaper: 'yes',
  downloadTemplate: 'yes',
  downloadLoadTemplate: 'yes',
  downloadProjectTemplate: 'yes',
  subscribedCalendar: { no: 'it is what itemCalendar gives to the account whose address it is' },
  downloadAttachment: { no: 'it is the file that somebody attached; whose it is, tests/api/attachments holds' },
  docs: { no: 'it is the description of the API' },
};

/** Whose values these are: pending ones and a node plan of Hangzhou, a draft of Huzhou, accepted ones of Zhoushan; in the unit and in base units. */
const marks = {
  pending: ['2345.67', '23456700', 'MARK-NOTE', 'MARK-CAUSE', 'MARK-COMMENT'],
  draft: ['1357.91', '13579100', 'MARK-DRAFT'],
  accepted: ['149.37', '1493700', 'MARK-WHY'],
  plan: ['MARK-PLAN'],
} as const;
type Mark = keyof typeof marks;

async function planted(): Promise<TestApp & { readonly bulletin: string }> {
  const office = await demoApp();
  const official = await office.signedInAs('official');
  const bulletin = bulletinIn(await official.post('/api/bulletins', { year: 2020, month: 9, language: 'zh' })).id;
  const report = async (region: string, body: object, acts: readonly string[]) => {
    const bureau = await office.signedInAs('bureau', region);
    const versionFor = async (caller: Caller) => basedOn(submissionIn(await caller.get(monthOf(region))).version);
    const saved = await bureau.put(monthOf(region), body, await versionFor(bureau));
    expect(saved.statusCode, saved.body).toBe(200);
    for (const act of acts) {
      const by = act === 'accept' ? official : bureau;
      const done = await by.post(monthOf(region, 10, act), {}, await versionFor(by));
      expect(done.statusCode, done.body).toBe(200);
    }
  };
  const said = { note: 'MARK-NOTE', cause: 'MARK-CAUSE', remedies: 'MARK-CAUSE' };
  await report(hangzhou, { figures: ordinaryWith(2345.67), ...said }, ['submit']);
  await report(huzhou, { ...ordinary, figures: ordinaryWith(1357.91), note: 'MARK-DRAFT' }, []);
  await report(
    zhoushan,
    {
      figures: {
        ...ordinaryWith(149.37),
        'prefab-civil': { cumulative: 90 },
        'prefab-share': { numerator: 149.37, denominator: 500 },
      },
      cause: 'MARK-WHY',
      remedies: 'MARK-WHY',
    },
    ['submit', 'accept'],
  );
  const comment = { indicator: 'prefab-area', text: 'MARK-COMMENT' };
  expect((await official.post(monthOf(hangzhou, 10, 'comments'), comment)).statusCode).toBe(200);
  const plan = { points: [...linearPoints], reason: 'MARK-PLAN' };
  const bureau = await office.signedInAs('bureau', hangzhou);
  const sent = await bureau.post(`/api/node-plans/2020/${hangzhou}/prefab-area/submit`, plan, basedOn(0));
  expect(sent.statusCode, sent.body).toBe(200);
  return { ...office, bulletin };
}

/** Every address under which an export can be asked for: each format, and of a city the own one and those with marks. */
function addressesOf({ path, query }: AnyEndpoint, values: Readonly<Record<string, string>>): readonly string[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' });
  const formats = z.object({ enum: z.array(z.string()) }).safeParse(properties['format']).data?.enum ?? [''];
  const regions = path.includes(':region') ? [wenzhou, hangzhou, huzhou, zhoushan] : [''];
  return regions.flatMap((region) =>
    formats.map((format) => {
      const given: Readonly<Record<string, string>> = { ...values, region, format };
      const valueOf = (name: string): string => {
        const value = given[name];
        if (value === undefined) throw new Error(`give a value of ${name}, which ${path} asks for`);
        return encodeURIComponent(value);
      };
      const filled = path.replaceAll(/:(\w+)/g, (_whole, name: string) => valueOf(name));
      const asked = ['format', ...required].filter((name, at, all) => name in properties && all.indexOf(name) === at);
      return asked.length === 0 ? filled : `${filled}?${asked.map((name) => `${name}=${valueOf(name)}`).join('&')}`;
    }),
  );
}

/** All text of a file: that of its parts where it is packed. */
async function textOf(content: Buffer): Promise<string> {
  if (content.subarray(0, 2).toString() !== 'PK') return content.toString();
  return Object.values(await partsOf(content))
    .map(String)
    .join('\n');
}

interface Seen {
  readonly served: ReadonlySet<string>;
  /** Marks that an export gave, as `export: kind`. */
  readonly found: ReadonlySet<string>;
}

async function seenBy(
  caller: Caller,
  { app, bulletin }: { readonly app: TestApp['app']; readonly bulletin: string },
  token: string,
): Promise<Seen> {
  const values = {
    year: '2020',
    month: '10',
    language: 'zh',
    interview: '2020-10-15',
    paper: 'notice',
    id: bulletin,
    token,
  };
  const served = new Set<string>();
  const found = new Set<string>();
  const asked = app.served.filter(({ kind, name }) => kind === 'file' && exports[name] === 'yes');
  for (const endpoint of asked) {
    for (const address of addressesOf(endpoint, values)) {
      const reply = await caller.get(address);
      if (reply.statusCode === 200) served.add(endpoint.name);
      const text = await textOf(reply.rawPayload);
      for (const [kind, texts] of Object.entries(marks)) {
        if (texts.some((mark) => text.includes(mark))) found.add(`${endpoint.name}: ${kind}`);
      }
    }
  }
  return { served, found };
}

/** What somebody may be given by any export; the audit trail has figures in its details, for those who answer for it. */
const may: Readonly<Record<string, { readonly everywhere: readonly Mark[]; readonly inTheTrail: readonly Mark[] }>> = {
  official: { everywhere: ['pending', 'accepted', 'plan'], inTheTrail: ['pending', 'accepted', 'plan'] },
  leader: { everywhere: ['accepted', 'plan'], inTheTrail: [] },
  administrator: { everywhere: ['accepted', 'plan'], inTheTrail: ['pending', 'accepted', 'plan'] },
  'bureau of Wenzhou': { everywhere: [], inTheTrail: [] },
  'bureau of Hangzhou': { everywhere: ['pending', 'plan'], inTheTrail: [] },
  'bureau of Huzhou': { everywhere: ['draft'], inTheTrail: [] },
  'token of all': { everywhere: ['accepted'], inTheTrail: [] },
  'token of Wenzhou': { everywhere: [], inTheTrail: [] },
};

describe('an export', () => {
  it('has its line here, and no line is of one that is gone', async () => {
    const { app } = await demoApp();
    const served = app.served.filter(({ kind }) => kind === 'file').map(({ name }) => name);
    expect(served.toSorted()).toEqual(Object.keys(exports).toSorted());
  });

  it('gives nobody what they may not see, whoever asks and with whatever token', { timeout: 60_000 }, async () => {
    const office = await planted();
    const official = await office.signedInAs('official');
    const [all, own] = [
      await newTokenOf(official, { inAddress: true }),
      await newTokenOf(official, { inAddress: true, region: wenzhou }),
    ];
    const none = `xushi_${'A'.repeat(43)}`;
    const seen: Readonly<Record<string, Seen>> = {
      official: await seenBy(official, office, none),
      leader: await seenBy(await office.signedInAs('leader'), office, none),
      administrator: await seenBy(await office.signedInAs('administrator'), office, none),
      'bureau of Wenzhou': await seenBy(await office.signedInAs('bureau', wenzhou), office, none),
      'bureau of Hangzhou': await seenBy(await office.signedInAs('bureau', hangzhou), office, none),
      'bureau of Huzhou': await seenBy(await office.signedInAs('bureau', huzhou), office, none),
      'token of all': await seenBy(callerOf(office.app, all.bearer), office, all.token),
      'token of Wenzhou': await seenBy(callerOf(office.app, own.bearer), office, own.token),
    };
    for (const [caller, { found }] of Object.entries(seen)) {
      const { everywhere, inTheTrail } = may[caller]!;
      const wrong = [...found].filter((one) => {
        const [name = '', kind = ''] = one.split(': ');
        const allowed: readonly string[] = name === 'exportAuditEvents' ? inTheTrail : everywhere;
        return !allowed.includes(kind);
      });
      expect({ caller, wrong }).toEqual({ caller, wrong: [] });
    }
    // The marks are real: who may see them does, and each export was given to somebody.
    const given = new Set(Object.values(seen).flatMap(({ served }) => [...served]));
    expect(Object.keys(exports).filter((name) => exports[name] === 'yes' && !given.has(name))).toEqual([]);
    expect([...seen['official']!.found]).toEqual(
      expect.arrayContaining([
        'dataset: pending',
        'dataset: accepted',
        'overviewTable: accepted',
        'cityTable: pending',
      ]),
    );
    expect([...seen['bureau of Hangzhou']!.found]).toEqual(
      expect.arrayContaining(['dataset: pending', 'nodePlansTable: plan']),
    );
    expect([...seen['administrator']!.found]).toContain('exportAuditEvents: pending');
    expect([...seen['bureau of Huzhou']!.found]).toContain('downloadTemplate: draft');
    expect([...seen['token of all']!.found].toSorted()).toEqual(['openDataset: accepted', 'openDatasetAt: accepted']);
    expect([...seen['token of Wenzhou']!.served]).toEqual(expect.arrayContaining(['openDataset', 'openDatasetAt']));
  });
});
