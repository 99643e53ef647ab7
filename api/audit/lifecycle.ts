/** Who sees which events. Pure. */
import type { Role } from '../http/endpoint.ts';
import { auditActionNames, auditGroupOf, type AuditAction } from '../http/audit-action.ts';
import { auditGroups, type AuditGroup } from '../http/audit-kinds.ts';

const workGroups: readonly AuditGroup[] = [
  'submission',
  'deadline',
  'calendar',
  'indicator',
  'curve',
  'target',
  'interview',
  'checklist',
  'bulletin',
  'opening',
  'back-plan',
  'node-plan',
  'project',
];

/** Drafts, of which nobody learns before they are sent. */
const drafts: ReadonlySet<AuditAction> = new Set(['submission.save', 'opening.save', 'back-plan.save']);

/** The groups of events that a role sees: administrators all, officials those of their work. */
export function visibleGroups(role: Role): readonly AuditGroup[] {
  if (role === 'administrator') return auditGroups;
  return role === 'official' ? workGroups : [];
}

/**
 * The actions of some groups that a role sees. A draft is left out for everybody but administrators, who look after the
 * system: nobody learns that a bureau has begun before it submits.
 */
export function visibleActions(role: Role, groups: readonly AuditGroup[]): readonly AuditAction[] {
  return auditActionNames.filter(
    (action) => groups.includes(auditGroupOf(action)) && (role === 'administrator' || !drafts.has(action)),
  );
}
