import { auditGroups, auditOutcomes } from '#api/http/audit-kinds.ts';
import { codeIn, dayIn, oneIn, searchOf, textLike } from '../../ui/search.ts';

/** What the audit trail's address says: which events, the place in a long list, and the event that is open. */
export const auditSearch = searchOf({
  /** Days, both included. */
  from: dayIn,
  to: dayIn,
  /** An account's name. */
  actor: textLike(/^[\p{L}\p{N}._-]{1,64}$/u),
  group: oneIn(auditGroups),
  /** A part of the object's text. */
  object: textLike(/^[^\p{C}]{1,100}$/u),
  outcome: oneIn(auditOutcomes),
  /** The place that this page of the list begins behind. */
  before: textLike(/^[0-9T:.-]{10,30}Z~[0-9A-Za-z-]{1,64}$/),
  open: codeIn,
});
export type AuditSearch = ReturnType<typeof auditSearch>;
