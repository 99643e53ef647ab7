import { describe, expect, it } from 'vitest';
import { bench, nth, problem, settled, startOn, stored, typed } from './session-bench.ts';

describe('a draft session', () => {
  it('saves once after several keys, with the version it is based on and a key of its own', async () => {
    const { session, sent, timers, elapse } = bench();
    session.change(typed('4'));
    session.change(typed('40'));
    session.change(typed('400'));
    expect(timers).toHaveLength(1);
    await elapse();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ version: 0, key: 'key-1', body: { figures: { area: { cumulative: '400.00' } } } });
    expect(session.state().phase).toBe('saving');
    await nth(sent, 0).answer({ outcome: 'saved', submission: stored(400, 1) });
    expect(session.state()).toMatchObject({ phase: 'idle', version: 1, kept: 'nothing' });
  });

  it('keeps every text on the device until the server has it', async () => {
    const { session, sent, device, elapse } = bench();
    session.change(typed('400'));
    expect(device.kept).toEqual(typed('400'));
    await elapse();
    expect(device.kept).toEqual(typed('400'));
    await nth(sent, 0).answer({ outcome: 'saved', submission: stored(400, 1) });
    expect(device.kept).toBeNull();
  });

  it('sends one save at a time, the next on top of the last', async () => {
    const { session, sent, elapse } = bench();
    session.change(typed('400'));
    await elapse();
    session.change(typed('401'));
    await elapse();
    expect(sent).toHaveLength(1);
    await nth(sent, 0).answer({ outcome: 'saved', submission: stored(400, 1) });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ version: 1, key: 'key-2', body: { figures: { area: { cumulative: '401.00' } } } });
  });

  it('sends a save without an answer again as it was, under its own key, before what was typed since', async () => {
    const { session, sent, elapse } = bench();
    session.change(typed('400'));
    await elapse();
    await nth(sent, 0).answer({ outcome: 'unanswered', problem: problem(0, 'unavailable') });
    expect(session.state().phase).toBe('unanswered');
    session.change(typed('401'));
    expect(await elapse()).toBe(2000);
    expect(sent[1]).toMatchObject({ key: 'key-1', version: 0, body: { figures: { area: { cumulative: '400.00' } } } });
    await nth(sent, 1).answer({ outcome: 'saved', submission: stored(400, 1) });
    expect(sent[2]).toMatchObject({ key: 'key-2', version: 1, body: { figures: { area: { cumulative: '401.00' } } } });
  });

  it('waits longer after every failure, up to half a minute', async () => {
    const { session, sent, elapse } = bench();
    session.change(typed('400'));
    const waits: number[] = [await elapse()];
    for (let failure = 0; failure < 6; failure += 1) {
      await nth(sent, failure).answer({ outcome: 'unanswered', problem: problem(503, 'unavailable') });
      waits.push(await elapse());
    }
    expect(waits).toEqual([700, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('stops at a refusal until something is changed', async () => {
    const { session, sent, timers, device, elapse } = bench();
    session.change(typed('400'));
    await elapse();
    await nth(sent, 0).answer({ outcome: 'refused', problem: problem(422, 'as-of-not-newer') });
    expect(session.state()).toMatchObject({ phase: 'refused', problem: { code: 'as-of-not-newer' } });
    expect(timers).toHaveLength(0);
    expect(device.kept).toEqual(typed('400'));
    session.change(typed('401'));
    await elapse();
    expect(sent).toHaveLength(2);
  });

  it('keeps a text that cannot be sent on the device alone', async () => {
    const { session, sent, device, elapse } = bench(startOn(stored(400, 3)));
    session.change(typed('12万'));
    await elapse();
    expect(sent).toHaveLength(0);
    expect(session.state()).toMatchObject({ phase: 'idle', kept: 'kept' });
    expect(device.kept).toEqual(typed('12万'));
  });

  it('shows another person’s version instead of overwriting it, and saves nothing until it is resolved', async () => {
    const { session, sent, timers, elapse } = bench();
    session.change(typed('400'));
    await elapse();
    const theirs = stored(390, 1);
    await nth(sent, 0).answer({ outcome: 'stale', current: theirs });
    expect(session.state()).toMatchObject({ phase: 'conflict', current: theirs });
    session.change(typed('402'));
    expect(timers).toHaveLength(0);
    session.resolve(typed('402'), startOn(theirs));
    await elapse();
    expect(sent[1]).toMatchObject({ version: 1, key: 'key-2', body: { figures: { area: { cumulative: '402.00' } } } });
  });

  it('takes over another person’s version where nothing of its own is unsaved', async () => {
    const { session, sent, elapse } = bench();
    session.receive(stored(390, 1));
    await elapse();
    expect(session.state()).toMatchObject({ version: 1, phase: 'idle', typed: startOn(stored(390, 1)).acknowledged });
    expect(sent).toHaveLength(0);
  });

  it('saves on request what is still being typed, and says whether the server has it', async () => {
    const { session, sent } = bench();
    session.change(typed('400'));
    const flushed = session.flush();
    await settled();
    await nth(sent, 0).answer({ outcome: 'saved', submission: stored(400, 1) });
    expect(await flushed).toBe(true);
  });

  it('makes a draft of what came back, even where nothing was changed', async () => {
    const returned = { ...startOn(stored(400, 2)), savedAt: null };
    const { session, sent } = bench(returned);
    const flushed = session.flush();
    await settled();
    expect(sent[0]).toMatchObject({ version: 2, body: { figures: { area: { cumulative: '400.00' } } } });
    await nth(sent, 0).answer({ outcome: 'saved', submission: stored(400, 3) });
    expect(await flushed).toBe(true);
  });

  it('saves once more when nobody looks any longer, and then leaves it to the device', async () => {
    const { session, sent, timers, device, leave } = bench();
    session.change(typed('400'));
    leave();
    await settled();
    expect(sent).toHaveLength(1);
    await nth(sent, 0).answer({ outcome: 'unanswered', problem: problem(401, 'not-signed-in') });
    expect(timers).toHaveLength(0);
    expect(device.kept).toEqual(typed('400'));
  });
});
