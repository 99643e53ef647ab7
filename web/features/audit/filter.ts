/** What an address asks of the audit trail. Pure. */
import type { AuditFilterIn } from '#api/audit/contract.ts';
import type { AuditSearch } from './search.ts';

/** The filter that an address names; what it leaves out does not limit. */
export function filterOf({ from, to, actor, group, object, outcome }: AuditSearch): AuditFilterIn {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(actor !== undefined && { actor }),
    ...(group !== undefined && { group }),
    ...(object !== undefined && { object }),
    ...(outcome !== undefined && { outcome }),
  };
}
