/** Whatever happens in whatever order while somebody types: nothing typed is lost, and what is saved is what was typed. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Submission } from '#api/submissions/contract.ts';
import { startedSession, transition } from '#web/features/submissions/form/draft-session.ts';
import type {
  DraftState,
  SessionEffect,
  SessionEvent,
  SessionRules,
} from '#web/features/submissions/form/draft-session.ts';
import { chosenSheet, differences } from '#web/features/submissions/form/choose-values.tsx';
import type { Side } from '#web/features/submissions/form/choose-values.tsx';
import { historyOf, recorded, startedHistory, stepped } from '#web/features/submissions/form/figure-history.ts';
import type { FigureHistory } from '#web/features/submissions/form/figure-history.ts';
import { withWord } from '#web/features/submissions/form/explanations.ts';
import { outgoing, pasteInto, typeInto } from '#web/features/submissions/form/sheet.ts';
import { sameSheet } from '#web/features/submissions/form/typed.ts';
import type { TypedSheet } from '#web/features/submissions/form/typed.ts';
import { MonthServer, saidIn } from './month-server.ts';
import { month, problem, startOn } from './session-bench.ts';

const rules: SessionRules = { outgoing: (sheet, known) => outgoing(month, sheet, known, 'submission'), startOn };
const bodyOf = (sheet: TypedSheet): string => saidIn(outgoing(month, sheet, null, 'submission').body);

type Send = Extract<SessionEffect, { is: 'send' }>;

/** A session with its device, its wire and its server, and the laws that hold after every step. */
class World {
  readonly server = new MonthServer();
  state: DraftState = startedSession(rules, startOn(this.server.current()), 'visit-0');
  /** The save on the wire; at most one. */
  private wire: Send | null = null;
  private isScheduled = false;
  private device: TypedSheet | null = null;
  private visits = 0;
  private history: FigureHistory = startedHistory(this.state.typed.figures);
  /** What this person last typed or chose. */
  private wanted: TypedSheet = this.state.typed;
  private readonly everTyped = new Set<string>([bodyOf(this.wanted)]);

  constructor() {
    this.dispatch({ is: 'open' });
  }

  dispatch(event: SessionEvent): void {
    const step = transition(rules, this.state, event);
    this.state = step.state;
    for (const effect of step.effects) this.perform(effect);
    this.hold();
  }

  /** `run` is the cell whose keys are one step; null where the change is a step of its own. */
  type(sheet: TypedSheet, run: string | null = null): void {
    this.history = recorded(this.own(), sheet.figures, run);
    this.want(sheet);
    this.dispatch({ is: 'type', typed: sheet });
  }

  /** One step back or forth; what came from elsewhere begins a way back of its own, as the form's hook has it. */
  undo(direction: 'undo' | 'redo'): void {
    const next = stepped(this.own(), direction);
    if (next === null) return;
    this.history = next;
    const sheet = { ...this.state.typed, figures: next.present };
    this.want(sheet);
    this.dispatch({ is: 'type', typed: sheet });
  }

  private own(): FigureHistory {
    return historyOf(this.state.typed.figures, this.history);
  }

  /** The server's answer arrives; `loss` is where the line dropped, if it did. */
  answer(loss: 'none' | 'request' | 'reply' | 'refusal' | 'session'): void {
    if (this.wire === null) return;
    const { body, version: basedOn, key } = this.wire;
    const isLost = loss === 'request' || loss === 'session';
    const given = isLost || loss === 'refusal' ? null : this.server.save(body, basedOn, key);
    this.wire = null;
    if (loss === 'refusal') {
      this.dispatch({ is: 'answer', answer: { outcome: 'refused', problem: problem(422, 'refused') } });
    } else if (given === null || loss === 'reply') {
      const why = loss === 'session' ? problem(401, 'not-signed-in') : problem(0, 'unavailable');
      this.dispatch({ is: 'answer', answer: { outcome: 'unanswered', problem: why } });
    } else {
      // The answer to a save that was let go says nothing any more.
      if (given.outcome === 'stale' && this.state.pending !== null) this.takeOver();
      this.dispatch({ is: 'answer', answer: given });
    }
  }

  elapse(): void {
    if (!this.isScheduled) return;
    this.isScheduled = false;
    this.dispatch({ is: 'save', evenUnchanged: false });
  }

  /** The form hands over newer versions alone. */
  receive(): void {
    const current = this.server.current();
    if (current.version <= this.state.version) return;
    this.takeOver();
    this.dispatch({ is: 'receive', current });
  }

  resolve(side: 'mine' | 'theirs'): void {
    const { current, typed } = this.state;
    if (current === null) return;
    const theirs = startOn(current);
    const chosen = side === 'mine' ? typed : theirs.acknowledged;
    this.want(chosen);
    this.dispatch({ is: 'resolve', typed: chosen, theirs });
  }

  /** The page is opened anew; what the device kept is offered, and taken. A request on the wire may arrive all the same. */
  reload(arrives: boolean): void {
    const before = this.wanted;
    if (this.wire !== null && arrives) this.server.save(this.wire.body, this.wire.version, this.wire.key);
    this.wire = null;
    this.isScheduled = false;
    const start = startOn(this.server.current());
    this.visits += 1;
    this.state = startedSession(rules, start, `visit-${this.visits}`);
    if (this.device === null) {
      // The server had everything, and somebody else may have saved on top of it since.
      if (!this.server.isOthers) expect(bodyOf(start.acknowledged)).toBe(bodyOf(before));
      this.want(start.acknowledged);
    } else {
      expect(sameSheet(this.device, before)).toBe(true);
      this.dispatch({ is: 'resolve', typed: this.device, theirs: start });
    }
    this.dispatch({ is: 'open' });
  }

  /** Everything comes to rest: the line holds, and in a conflict one's own is chosen. */
  rest(): void {
    for (let turn = 0; turn < 12; turn += 1) {
      if (this.state.phase === 'refused') this.dispatch({ is: 'save', evenUnchanged: false });
      this.resolve('mine');
      this.elapse();
      this.answer('none');
    }
  }

  private want(sheet: TypedSheet): void {
    this.wanted = sheet;
    this.everTyped.add(bodyOf(sheet));
  }

  /** Somebody else's version comes: it may only take the place of what the server has already. */
  private takeOver(): void {
    const { typed, acknowledged } = this.state;
    const isComplete = outgoing(month, typed, null, 'submission').complete;
    if (isComplete && sameSheet(typed, acknowledged)) this.want(startOn(this.server.current()).acknowledged);
  }

  private perform(effect: SessionEffect): void {
    if (effect.is === 'send') {
      // Never two saves at once, and never anything that nobody typed.
      expect(this.wire).toBeNull();
      expect([...this.everTyped]).toContain(saidIn(effect.body));
      this.wire = effect;
    } else if (effect.is === 'keep') this.device = effect.typed;
    else if (effect.is === 'forget') this.device = null;
    else this.isScheduled = effect.is === 'schedule';
  }

  /** Nothing typed is lost: it stands in the form, and on the device or on the server. */
  private hold(): void {
    const { state, device } = this;
    expect(bodyOf(state.typed)).toBe(bodyOf(this.wanted));
    if (device === null) expect(bodyOf(state.acknowledged)).toBe(bodyOf(state.typed));
    else expect(sameSheet(device, state.typed)).toBe(true);
    expect(state.kept).toBe(device === null ? 'nothing' : 'kept');
    expect(state.inFlight).toBe(this.wire?.key ?? null);
    // What is not saved waits for something: a time, an answer, another key, or a choice.
    const isMoving = !state.isOpen || this.isScheduled || this.wire !== null;
    expect(isMoving || ['idle', 'refused', 'conflict'].includes(state.phase)).toBe(true);
    expect(state.phase === 'conflict').toBe(state.current !== null);
    if (state.current !== null) this.holdInConflict(state.current);
  }

  /** Both values of all that differs are there to be chosen from, with who saved the other one and when. */
  private holdInConflict(current: Submission): void {
    const [theirs] = current.versions;
    expect(theirs?.savedBy).toBeTruthy();
    expect(Number.isNaN(Date.parse(theirs?.savedAt ?? ''))).toBe(false);
    const mine = this.state.typed;
    const other = startOn(current).acknowledged;
    const differing = differences(month, mine, other);
    const chosen = (side: Side) =>
      chosenSheet(mine, other, differing, new Map(differing.map(({ key }) => [key, side])));
    expect(bodyOf(chosen('mine'))).toBe(bodyOf(mine));
    expect(bodyOf(chosen('theirs'))).toBe(bodyOf(other));
  }
}

const text = fc.constantFrom('400', '401.5', '410', '0', '４２０', '430.25');
const field = fc.constantFrom('cumulative', 'increment');
const code = fc.constantFrom('area', 'projects');
const area = fc.constantFrom('390', '391', '400');

/** One thing that happens, as a function of the world, with a name for the report of a failure. */
const happening = fc.oneof(
  fc.record({ is: fc.constant('type'), code, field, text } as const),
  fc.record({ is: fc.constant('paste'), first: text, second: text } as const),
  fc.record({ is: fc.constant('clear'), code } as const),
  fc.record({ is: fc.constant('undo'), direction: fc.constantFrom('undo', 'undo', 'redo') } as const),
  fc.record({ is: fc.constant('answer without a number'), code } as const),
  fc.record({ is: fc.constant('explain'), code, text } as const),
  fc.record({ is: fc.constant('elapse') } as const),
  fc.record({ is: fc.constant('flush') } as const),
  fc.record({
    is: fc.constant('answer'),
    loss: fc.constantFrom('none', 'none', 'none', 'request', 'reply', 'refusal', 'session'),
  } as const),
  fc.record({ is: fc.constant('others-save'), area } as const),
  fc.record({ is: fc.constant('receive') } as const),
  fc.record({ is: fc.constant('resolve'), side: fc.constantFrom('mine', 'theirs') } as const),
  fc.record({ is: fc.constant('reload'), arrives: fc.boolean() } as const),
  fc.record({ is: fc.constant('away and back') } as const),
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const withText = (sheet: TypedSheet, at: string, text: string, into: 'cumulative' | 'increment' = 'cumulative') =>
  typeInto(month, sheet, { code: at, field: into }, text);

function apply(world: World, it: Happening): void {
  const { typed } = world.state;
  switch (it.is) {
    case 'type':
      return world.type(withText(typed, it.code, it.code === 'projects' ? '6' : it.text, it.field));
    case 'paste':
      return world.type(
        pasteInto(month, typed, [
          { row: 0, column: 1, text: it.first },
          { row: 3, column: 1, text: it.second },
        ]),
      );
    case 'clear':
      return world.type(withText(typed, it.code, ''));
    case 'undo':
      return world.undo(it.direction);
    case 'answer without a number':
      return world.type(withText(typed, it.code, '不适用'));
    case 'explain':
      return world.type(withWord(typed, it.code, it.text));
    case 'elapse':
      return world.elapse();
    case 'flush':
      return world.dispatch({ is: 'save', evenUnchanged: true });
    case 'answer':
      return world.answer(it.loss);
    case 'others-save':
      return void world.server.put({ figures: { area: { cumulative: it.area } } }, true);
    case 'receive':
      return world.receive();
    case 'resolve':
      return world.resolve(it.side);
    case 'reload':
      return world.reload(it.arrives);
    case 'away and back':
      world.dispatch({ is: 'leave' });
      return world.dispatch({ is: 'open' });
  }
}

describe('a draft session, whatever happens', () => {
  it('keeps what is typed, and ends with the server having it', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 1, maxLength: 40 }), (happenings) => {
        const world = new World();
        for (const it of happenings) apply(world, it);
        // The last word is this person's own.
        world.type(withText(world.state.typed, 'area', '444'));
        const wanted = bodyOf(world.state.typed);
        world.rest();
        expect(world.state).toMatchObject({ phase: 'idle', kept: 'nothing' });
        expect(world.server.held()).toBe(wanted);
      }),
      { numRuns: 800 },
    );
  });

  it('keeps a text that cannot be sent on the device, through every save of the rest', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 20 }), (happenings) => {
        const world = new World();
        world.type(withText(world.state.typed, 'civil', '12万'));
        for (const it of happenings.filter(({ is }) => is !== 'resolve' && is !== 'undo')) apply(world, it);
        const civil = world.state.typed.figures['civil'];
        expect(civil).toMatchObject({ cumulative: '12万' });
        expect(world.state.kept).toBe('kept');
      }),
      { numRuns: 400 },
    );
  });
});
