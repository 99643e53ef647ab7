/** Whatever many ask at the same moment is answered in turns, so that nobody is held up by the sum of it. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#api/http/endpoint.ts';
import { takingTurns } from '#api/http/event-loop.ts';
import { replyCache } from '#api/http/reply-cache.ts';
import { refuseUnbound, serve } from '#api/http/serve.ts';
import { demoApp } from '#tests/support/app.ts';
import { emptyDatabase } from '#tests/support/database.ts';

/** Counts the turns of the event loop until it is stopped. */
function countTurns() {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  return {
    now: () => turns,
    stop: () => {
      isOver = true;
    },
  };
}

/** Holds the event loop for longer than a turn may last. */
function hold(): void {
  const until = performance.now() + 10;
  while (performance.now() < until);
}

/** In which turns three began that asked at the same moment. */
async function turnsOf(work: (note: () => void) => Promise<unknown>): Promise<readonly number[]> {
  await nextTurn();
  const turns = countTurns();
  const begun: number[] = [];
  const note = (): void => void begun.push(turns.now());
  await Promise.all([0, 1, 2].map(() => work(note)));
  turns.stop();
  await nextTurn();
  return begun;
}

const apart = (turns: readonly number[]): boolean =>
  turns.length === 3 && turns.every((turn, at) => at === 0 || turn > (turns[at - 1] ?? turn));

describe('those who take turns', () => {
  it('have one each where a turn has lasted long enough, first come first served', async () => {
    const take = takingTurns(0);
    const order: number[] = [];
    let asked = 0;
    const turns = await turnsOf(async (note) => {
      const place = asked++;
      await take();
      order.push(place);
      note();
    });
    expect(turns).toSatisfy(apart);
    expect(order).toEqual([0, 1, 2]);
  });

  it('share one that is short', async () => {
    const take = takingTurns(Number.POSITIVE_INFINITY);
    const turns = await turnsOf(async (note) => {
      await take();
      note();
    });
    expect(new Set(turns).size).toBe(1);
  });
});

describe('what is long', () => {
  it('is computed in turns where it is to be kept', async () => {
    const cache = replyCache(await emptyDatabase());
    let made = 0;
    const turns = await turnsOf((note) =>
      cache.of(`number ${made++}`, () => {
        note();
        hold();
        return made;
      }),
    );
    expect(turns).toSatisfy(apart);
  });

  it('is computed in turns from what all have waited for', async () => {
    const cache = replyCache(await emptyDatabase());
    const turns = await turnsOf(async (note) => {
      await cache.of('number', async () => nextTurn(1));
      note();
      hold();
    });
    expect(turns).toSatisfy(apart);
  });

  it('is answered in turns', async () => {
    const app = fastify();
    app.decorate('served', []);
    app.decorate('protectiveHeaders', {});
    app.decorate('services', (await demoApp()).app.services);
    refuseUnbound(app);
    const reply = z.object({ shown: z.number() });
    let note: (() => void) | null = null;
    const shown = endpoint({ name: 'x', method: 'GET', path: '/api/x', summary: 'x', access: 'public', reply });
    serve(app)(shown)(() => {
      note?.();
      hold();
      return { shown: 1 };
    });
    await app.ready();
    const turns = await turnsOf((noted) => {
      note = noted;
      return app.inject('/api/x');
    });
    expect(turns).toSatisfy(apart);
    await app.close();
  });
});
