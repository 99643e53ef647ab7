import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demoApp, type SignedInCaller, type TestApp } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  huzhou,
  jiaxing,
  lishui,
  monthOf,
  ordinary,
  ordinaryWith,
  submissionIn,
} from '#tests/support/reporting.ts';

const cities = [hangzhou, huzhou, jiaxing, lishui] as const;
const values: Readonly<Record<string, string>> = { year: '2020', month: '10', indicator: 'prefab-area', item: '1.1' };

/** The address of every endpoint that reads for a person, for the October of a city; tokens are counted, and none is a person's. */
function addressesOf({ app }: TestApp, region: string): string[] {
  return app.served
    .filter(({ kind, method, access }) => method === 'GET' && kind !== 'stream' && access !== 'token')
    .map(({ path, query }) => {
      const keys = Object.keys(z.toJSONSchema(query, { io: 'input' }).properties ?? {});
      const asked = keys.filter((key) => key in values).map((key) => `${key}=${values[key]}`);
      const filled = path.replaceAll(/:(\w+)/g, (_whole, name: string) => ({ ...values, region })[name] ?? 'x');
      return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
    });
}

/** All that a person is told: bodies and tags of everything that is read, and how a stale decision is refused. */
async function toldTo(person: SignedInCaller, office: TestApp, region: string): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  for (const address of addressesOf(office, region)) {
    const { statusCode, body, headers } = await person.get(address);
    told.set(address, `${statusCode} ${headers.etag ?? ''} ${withoutId(body)}`);
  }
  const { statusCode, body } = await person.post(monthOf(region, 10, 'accept'), {}, basedOn(999));
  told.set('a stale decision', `${statusCode} ${withoutId(body)}`);
  return told;
}

/** A problem's `instance` is its request's id. */
const withoutId = (body: string): string => body.replace(/"instance":"[^"]*"/, '');

const step = record({
  region: constantFrom(...cities),
  command: constantFrom('save', 'save', 'save', 'submit', 'return'),
  area: integer({ min: 1, max: 9_000 }),
});

describe('a draft', () => {
  it('changes not a byte of what anybody else is told', { timeout: 120_000 }, async () => {
    let saves = 0;
    await assert(
      asyncProperty(array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
        const office = await demoApp();
        const official = await office.signedInAs('official');
        const others = [official, await office.signedInAs('leader'), await office.signedIn('wenzhou')];
        for (const { region, command, area } of steps) {
          const bureau = await office.signedInAs('bureau', region);
          const actor = command === 'return' ? official : bureau;
          const { version } = submissionIn(await actor.get(monthOf(region)));
          if (command !== 'save') {
            const body = command === 'return' ? { reason: '请核对十月数据' } : {};
            await actor.post(monthOf(region, 10, command), body, basedOn(version));
            continue;
          }
          const toldToAll = () => Promise.all(others.map((person) => toldTo(person, office, region)));
          const before = await toldToAll();
          const draft = {
            figures: ordinaryWith(area),
            cause: '供地少',
            remedies: '四季度开工项目已落实',
          };
          const saved = await bureau.put(monthOf(region), draft, basedOn(version));
          if (saved.statusCode === 200) saves += 1;
          expect(await toldToAll()).toEqual(before);
        }
      }),
      { numRuns: 4 },
    );
    expect(saves).toBeGreaterThan(0);
  });

  it('moves its bureau’s version and nobody else’s, who decide on what they see', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    const bureau = await office.signedInAs('bureau', hangzhou);
    const versions = async () =>
      Promise.all([bureau, official].map(async (one) => submissionIn(await one.get(monthOf(hangzhou))).version));
    for (const version of [0, 1, 2]) await bureau.put(monthOf(hangzhou), ordinary, basedOn(version));
    expect(await versions()).toEqual([3, 0]);
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(3));
    expect(await versions()).toEqual([4, 1]);
    expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(4))).statusCode).toBe(409);
    expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1))).statusCode).toBe(200);
  });

  it('names whoever saved it to the bureau alone', async () => {
    const office = await demoApp();
    const bureau = await office.signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    const own = await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    expect(own.json<{ detail: string }>().detail).toContain('hangzhou');
    const stale = await (await office.signedInAs('official')).post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1));
    expect(stale.statusCode).toBe(409);
    expect(stale.body).not.toContain('hangzhou');
  });
});
