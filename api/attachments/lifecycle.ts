/** Who may attach a file and take one back, and when. Pure; safe in a browser. */
import type { Role } from '../http/endpoint.ts';

interface Person {
  readonly role: Role;
  readonly region: string | null;
}

/** What a file belongs to: an item with its city and state, the interview itself, or a project with its city. */
export type Subject =
  | { readonly kind: 'item'; readonly region: string; readonly isVerified: boolean }
  | { readonly kind: 'interview' }
  | { readonly kind: 'project'; readonly region: string; readonly isWithdrawn: boolean };

/** Why a person may not; null where they may. */
export type Refusal = 'not-allowed' | 'illegal-transition' | null;

/**
 * A bureau attaches to its own city's items and projects, the department to every item and to interviews; to an item only
 * while it is not verified, because what was verified is what was there then, and to a project until it is withdrawn.
 */
export function attachRefusal(subject: Subject, { role, region }: Person): Refusal {
  if (subject.kind === 'project') {
    if (role !== 'bureau' || subject.region !== region) return 'not-allowed';
    return subject.isWithdrawn ? 'illegal-transition' : null;
  }
  const isTheirs = role === 'official' || (role === 'bureau' && subject.kind === 'item' && subject.region === region);
  if (!isTheirs) return 'not-allowed';
  return subject.kind === 'item' && subject.isVerified ? 'illegal-transition' : null;
}

/** Each side takes back what it attached itself, for as long as it could attach; once. */
export function removeRefusal(
  subject: Subject,
  file: { readonly attachedFor: 'bureau' | 'official'; readonly removedAt: string | null },
  person: Person,
): Refusal {
  const refusal = attachRefusal(subject, person);
  if (refusal === 'not-allowed' || file.attachedFor !== person.role) return 'not-allowed';
  return file.removedAt === null ? refusal : 'illegal-transition';
}
