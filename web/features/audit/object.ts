/** What an event was done to, read from the text that was recorded. Pure. */
import type { AuditEventReply } from '#api/audit/contract.ts';

export type AuditObject =
  | { readonly kind: 'submission'; readonly year: number; readonly month: number; readonly region: string }
  | { readonly kind: 'target'; readonly year: number; readonly region: string; readonly indicator: string }
  | { readonly kind: 'item'; readonly interview: string; readonly region: string; readonly item: string }
  | { readonly kind: 'plan'; readonly year: number; readonly region: string }
  | { readonly kind: 'project'; readonly region: string; readonly id: string }
  | { readonly kind: 'account'; readonly name: string }
  | { readonly kind: 'unknown-account' }
  | { readonly kind: 'trail' }
  | { readonly kind: 'text'; readonly text: string };

/** The object of an event; the recorded text where it is of no form that is known. */
export function objectOf({ group, object }: Pick<AuditEventReply, 'group' | 'object'>): AuditObject {
  const text = { kind: 'text', text: object } as const;
  const [first = '', region, last] = object.split('/');
  switch (group) {
    case 'session':
    case 'account':
      return object === '(unknown)' ? { kind: 'unknown-account' } : { kind: 'account', name: object };
    case 'submission': {
      const month = /^(\d{4})-(\d\d)$/.exec(first);
      if (month === null || region === undefined) return text;
      return { kind: 'submission', year: Number(month[1]), month: Number(month[2]), region };
    }
    case 'target':
      if (region === undefined || last === undefined) return text;
      return { kind: 'target', year: Number(first), region, indicator: last };
    case 'checklist':
      if (region === undefined || last === undefined) return text;
      return { kind: 'item', interview: first, region, item: last };
    case 'opening':
      return region === undefined ? text : { kind: 'plan', year: Number(first), region };
    case 'project':
      // An import names the city alone.
      return region === undefined ? text : { kind: 'project', region: first, id: region };
    case 'audit':
      return { kind: 'trail' };
    case 'back-plan':
    case 'node-plan':
    case 'curve':
    case 'deadline':
    case 'calendar':
    case 'region':
    case 'rule':
    case 'indicator':
    case 'interview':
    case 'bulletin':
    case 'system':
    case 'request':
      return text;
  }
}
