/** What an address asks of the audit trail. Pure. */
import { auditOutcomes, type AuditFilterIn } from '#api/audit/contract.ts';
import { auditGroups } from '#api/http/audit-action.ts';
import type { PageSearch } from '../../ui/search.ts';

/** The filter that an address names; what it does not understand does not limit. */
export function filterOf({ from, to, actor, group, object, outcome }: PageSearch): AuditFilterIn {
  const knownGroup = auditGroups.find((one) => one === group);
  const knownOutcome = auditOutcomes.find((one) => one === outcome);
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(actor !== undefined && { actor }),
    ...(knownGroup !== undefined && { group: knownGroup }),
    ...(object !== undefined && { object }),
    ...(knownOutcome !== undefined && { outcome: knownOutcome }),
  };
}
