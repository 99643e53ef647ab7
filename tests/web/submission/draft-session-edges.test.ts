/** What a session of editing does at its edges: half a form, a full device, two saves at once, a second person in a bad moment. */
import { describe, expect, it } from 'vitest';
import { typeInto } from '#web/features/submissions/form/sheet.ts';
import { bench, month, nth, problem, settled, startOn, stored, typed, untouched } from './session-bench.ts';

const unanswered = { outcome: 'unanswered', problem: problem(0, 'unavailable') } as const;
/** A civil figure that can be sent beside an area that cannot. */
const halfRead = typeInto(month, typed('12万'), { code: 'civil', field: 'cumulative' }, '200');

describe('a session', () => {
  it('begins with what the server has, saves nothing of it and says so', () => {
    const { session, sent, timers } = bench(startOn(stored(400, 3)));
    expect(session.state()).toMatchObject({
      phase: 'idle',
      version: 3,
      savedAt: '2020-10-19T01:12:00.000Z',
      sending: null,
      kept: 'nothing',
      problem: null,
      current: null,
    });
    expect(session.state().typed).toBe(session.state().acknowledged);
    expect([sent.length, timers.length]).toEqual([0, 0]);
  });

  it('asks which stands where a cell cannot be read, though all that could be sent is on the server', () => {
    const { session } = bench();
    session.change(typed('12万'));
    session.receive(stored(400, 1));
    expect(session.state()).toMatchObject({ phase: 'conflict', typed: typed('12万') });
  });

  it('tells everybody who looks of every change, and nobody who has left', () => {
    const { session } = bench();
    const told: string[] = [];
    const leave = session.subscribe(() => told.push('one'));
    session.subscribe(() => told.push('other'));
    session.change(typed('4'));
    expect(new Set(told)).toEqual(new Set(['one', 'other']));
    leave();
    told.length = 0;
    session.change(typed('40'));
    expect(new Set(told)).toEqual(new Set(['other']));
  });

  it('goes through waiting and saving to idle, with what is under way and when it was saved', async () => {
    const { session, sent, elapse } = bench();
    session.change(typed('400'));
    expect(session.state()).toMatchObject({ phase: 'waiting', kept: 'kept', sending: null });
    await elapse();
    expect(session.state()).toMatchObject({ phase: 'saving', sending: typed('400') });
    session.change(typed('401'));
    // What is typed meanwhile does not end the save that is under way.
    expect(session.state()).toMatchObject({ phase: 'saving', sending: typed('400'), typed: typed('401') });
    session.change(typed('400'));
    await nth(sent, 0).answer({ outcome: 'saved', submission: stored(400, 1) });
    expect(session.state()).toMatchObject({
      phase: 'idle',
      sending: null,
      acknowledged: typed('400'),
      savedAt: '2020-10-19T01:12:00.000Z',
    });
    expect(sent).toHaveLength(1);
  });

  it('saves nothing where the form is typed back to what the server has', async () => {
    const { session, sent, device, elapse } = bench(startOn(stored(400, 3)));
    const { typed: before } = session.state();
    session.change(typed('401'));
    expect(device.basedOn).toBe(3);
    session.change(before);
    await elapse();
    expect(sent).toHaveLength(0);
    expect(session.state()).toMatchObject({ phase: 'idle', kept: 'nothing' });
    expect(device.kept).toBeNull();
  });
});

describe('a form of which a part cannot be sent', () => {
  it('is saved without it, and stays on the device although the server has the rest', async () => {
    const { session, sent, device, elapse } = bench();
    session.change(halfRead);
    await elapse();
    expect(nth(sent, 0).body.figures).toEqual({ civil: { cumulative: '200.00' } });
    await nth(sent, 0).answer({ outcome: 'saved', submission: stored(400, 1) });
    expect(session.state()).toMatchObject({ phase: 'idle', kept: 'kept' });
    expect(device.kept).toEqual(halfRead);
    // Nothing more can be sent, so that a flush is done.
    expect(await session.flush()).toBe(true);
    expect(sent).toHaveLength(1);
  });
});

describe('a device without room', () => {
  it('is told of for as long as the server has not everything', async () => {
    const { session, sent, device, elapse } = bench();
    device.hasRoom = false;
    session.change(typed('400'));
    expect(session.state().kept).toBe('refused');
    await elapse();
    await nth(sent, 0).answer({ outcome: 'saved', submission: stored(400, 1) });
    expect(session.state().kept).toBe('nothing');
  });
});

describe('a flush', () => {
  it('sends nothing where the server has it all', async () => {
    const { session, sent } = bench(startOn(stored(400, 3)));
    expect(await session.flush()).toBe(true);
    expect(sent).toHaveLength(0);
  });

  it('makes a draft of a form in which nothing was typed', async () => {
    const { session, sent } = bench();
    const flushed = session.flush();
    await settled();
    expect(nth(sent, 0).body.figures).toEqual({});
    await nth(sent, 0).answer({ outcome: 'saved', submission: stored(400, 1) });
    expect(await flushed).toBe(true);
  });

  it('waits for the save under way and for what was typed since', async () => {
    const { session, sent, elapse } = bench();
    session.change(typed('400'));
    await elapse();
    session.change(typed('401'));
    const flushed = session.flush();
    await settled();
    expect(sent).toHaveLength(1);
    await nth(sent, 0).answer({ outcome: 'saved', submission: stored(400, 1) });
    expect(sent).toHaveLength(2);
    await nth(sent, 1).answer({ outcome: 'saved', submission: stored(401, 2) });
    expect(await flushed).toBe(true);
  });

  it('says that it failed where there is no answer, a refusal or a conflict', async () => {
    for (const answer of [
      unanswered,
      { outcome: 'refused', problem: problem(422, 'no-such-day') },
      { outcome: 'stale', current: stored(390, 1) },
    ] as const) {
      const { session, sent } = bench();
      session.change(typed('400'));
      const flushed = session.flush();
      await settled();
      await nth(sent, 0).answer(answer);
      expect(await flushed).toBe(false);
    }
  });

  it('sends nothing in a conflict', async () => {
    const { session, sent } = bench();
    session.change(typed('400'));
    session.receive(stored(390, 1));
    expect(session.state().phase).toBe('conflict');
    expect(await session.flush()).toBe(false);
    session.retry();
    await settled();
    expect(sent).toHaveLength(0);
  });

  it('does not wait for the pause after the last key', async () => {
    const { session, timers } = bench();
    session.change(typed('400'));
    expect(timers).toHaveLength(1);
    void session.flush();
    expect(timers).toHaveLength(0);
  });
});

describe('a save without an answer', () => {
  it('says what happened, and is sent again at once when asked', async () => {
    const { session, sent, timers, elapse } = bench();
    session.change(typed('400'));
    await elapse();
    await nth(sent, 0).answer(unanswered);
    expect(session.state()).toMatchObject({ phase: 'unanswered', sending: null, problem: { code: 'unavailable' } });
    session.retry();
    await settled();
    // The try that was planned is not made on top of it.
    expect(timers).toHaveLength(0);
    expect(sent).toHaveLength(2);
    await nth(sent, 1).answer({ outcome: 'saved', submission: stored(400, 1) });
    expect(session.state()).toMatchObject({ phase: 'idle', problem: null });
  });

  it('is not sent sooner because somebody types on', async () => {
    const { session, sent, timers, elapse } = bench();
    session.change(typed('400'));
    await elapse();
    await nth(sent, 0).answer(unanswered);
    session.change(typed('401'));
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([2000]);
    expect(session.state()).toMatchObject({ phase: 'unanswered', kept: 'kept' });
  });

  it('counts its failures anew after an answer', async () => {
    const { session, sent, elapse } = bench();
    session.change(typed('400'));
    await elapse();
    await nth(sent, 0).answer(unanswered);
    await elapse();
    await nth(sent, 1).answer({ outcome: 'saved', submission: stored(400, 1) });
    session.change(typed('401'));
    await elapse();
    await nth(sent, 2).answer(unanswered);
    expect(await elapse()).toBe(2000);
  });

  it('is sent again when somebody looks again', async () => {
    const { session, sent, timers, leave, elapse } = bench();
    session.change(typed('400'));
    await elapse();
    await nth(sent, 0).answer(unanswered);
    leave();
    expect(timers).toHaveLength(0);
    session.subscribe(() => undefined);
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([0]);
    await elapse();
    expect(sent).toHaveLength(2);
  });

  it('is let go where another version is received and resolved: the choice is saved, not the lost save', async () => {
    const { session, sent, elapse } = bench();
    session.change(typed('400'));
    await elapse();
    await nth(sent, 0).answer(unanswered);
    session.receive(stored(390, 1));
    expect(session.state()).toMatchObject({ phase: 'conflict', sending: null });
    session.resolve(typed('402'), startOn(stored(390, 1)));
    expect(session.state()).toMatchObject({ phase: 'waiting', version: 1, current: null, problem: null, kept: 'kept' });
    expect(await elapse()).toBe(0);
    expect(nth(sent, 1)).toMatchObject({
      version: 1,
      key: 'key-2',
      body: { figures: { area: { cumulative: '402.00' } } },
    });
    await nth(sent, 1).answer(unanswered);
    expect(await elapse()).toBe(2000);
  });
});

describe('another person’s version', () => {
  it('is no conflict where both typed the same', async () => {
    const { session, sent, device, elapse } = bench();
    session.change(startOn(stored(390, 1)).acknowledged);
    session.receive(stored(390, 1));
    expect(session.state()).toMatchObject({ phase: 'waiting', version: 1, current: null });
    await elapse();
    expect(session.state()).toMatchObject({ phase: 'idle', kept: 'nothing' });
    expect(device.kept).toBeNull();
    expect(sent).toHaveLength(0);
  });

  it('is taken over as it is where it is chosen', async () => {
    const { session, sent, elapse } = bench();
    session.change(typed('400'));
    session.receive(stored(390, 1));
    session.resolve(startOn(stored(390, 1)).acknowledged, startOn(stored(390, 1)));
    await elapse();
    expect(session.state()).toMatchObject({ phase: 'idle', version: 1, kept: 'nothing' });
    expect(sent).toHaveLength(0);
  });
});

describe('a window that is closed', () => {
  it('saves nothing where nothing is unsaved', async () => {
    const { sent, leave, session } = bench();
    leave();
    await settled();
    expect(sent).toHaveLength(0);
    expect(session.state().typed).toEqual(untouched);
  });

  it('saves nothing while another one still looks', async () => {
    const { session, sent, leave, timers } = bench();
    session.subscribe(() => undefined);
    session.change(typed('400'));
    leave();
    await settled();
    expect(sent).toHaveLength(0);
    expect(timers).toHaveLength(1);
  });
});
