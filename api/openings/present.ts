/** First-quarter plans as a caller sees them. Pure. */
import type { OpeningVersionRow } from '#db/openings.ts';
import type { Context } from '../http/context.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Opening, OpeningCommand, OpeningReply } from './contract.ts';
import { askRefusal, openingRefusal, type OpeningFacts } from './lifecycle.ts';
import { areaInUnit } from './read-plan.ts';

interface Key {
  readonly year: number;
  readonly region: string;
}

/** The versions that a caller may know of: a draft is its bureau's alone. */
export function seenBy({ actor }: Pick<Context, 'actor'>, versions: readonly OpeningVersionRow[]) {
  return actor.role === 'bureau' ? versions : versions.filter(({ state }) => state !== 'draft');
}

/** What the rules look at, by the versions that the caller may know of: a refusal tells of no draft either. */
export function factsOf({ region }: Key, versions: readonly OpeningVersionRow[]): OpeningFacts {
  return {
    region,
    state: versions.at(-1)?.state ?? 'missing',
    submittedBy: versions.findLast(({ action }) => action === 'submit')?.actor ?? null,
  };
}

/** A plan by all its versions, the newest last. */
export function presentOpening(key: Key, versions: readonly OpeningVersionRow[], context: Context): Opening {
  const seen = seenBy(context, versions);
  const facts = factsOf(key, seen);
  const newest = seen.at(-1);
  const may = (command: OpeningCommand) => openingRefusal(command, facts, context.actor) === null;
  const { goals = [], nodes = [], projects = [] } = newest?.plan ?? {};
  return {
    region: key.region,
    year: key.year,
    state: newest?.state ?? 'missing',
    version: newest?.number ?? 0,
    goals: [...goals],
    nodes: [...nodes],
    projects: projects.map((project) => ({ ...project, area: areaInUnit(project.area) })),
    reason: newest?.state === 'returned' ? newest.reason : '',
    can: {
      save: may('save'),
      submit: may('submit'),
      decide: may('accept'),
      ask: askRefusal(facts, context.actor) === null,
    },
  };
}

/** A plan with its history. */
export function presentReply(key: Key, versions: readonly OpeningVersionRow[], context: Context): OpeningReply {
  return {
    ...presentOpening(key, versions, context),
    today: dayInShanghai(context.clock.now()),
    history: seenBy(context, versions)
      .map(({ number, at, actedAs, action, reason }) => ({ version: number, at, person: actedAs.name, action, reason }))
      .toReversed(),
  };
}
