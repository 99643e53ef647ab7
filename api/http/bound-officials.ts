/**
 * What an official may call who is bound to a region: the work on months, targets and plans inside it, and what is their
 * own. Everything else is the whole office's and refused, so that an endpoint that nobody thought of is closed.
 */
import type { Actor, Services } from './context.ts';
import { regionsWithin } from './data-scope.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

/** Their own account and inbox, and words that every role reads. */
const withoutRegion = `
  currentSession signOut changePassword listOwnSessions endOwnSession endOtherSessions listInbox countUnread
  markRead getMailChoice setMailChoice listTitles events listRegions listIndicators listIndicatorDecisions
  listRules listCurves getReportingCalendar
`;

/** Of the one region that the address names. */
const ofRegion = `
  getSubmission listVersions accept returnSubmission revoke undoDecision waitingEffect listComments addComment
  settleComments changeTarget withdrawTarget city cityTable getBackPlan decideBackPlan decideNodePlan
  withdrawNodePlan getOpening decideOpening askOpening enterMonth getScenarioContext
`;

/** Lists, which their actions limit to the regions that the caller sees. */
const limited = `
  overview overviewTable listDivisions dataset listSubmissions submissionsTable listPunctuality
  punctualityTable reviewQueue reviewTable countReview listOwing remind listTargets targetsTable listDeadlines
  listBackPlans listNodePlans listOpenings sumProjects
`;

/** The names of the endpoints that are open to an official who is bound to a region. */
export const openToBound: ReadonlySet<string> = new Set(`${withoutRegion} ${ofRegion} ${limited}`.trim().split(/\s+/));

/** What an address names. */
interface Asked {
  readonly params: unknown;
  readonly query: unknown;
}

/**
 * Refuses what lies outside the region that an official is bound to.
 * @throws Problem `whole-office-only`, `outside-own-region`
 */
export async function refuseOutside(
  services: Pick<Services, 'database' | 'replyCache'>,
  endpoint: AnyEndpoint,
  { within }: Actor,
  asked: Asked,
): Promise<void> {
  if (within === null) return;
  if (!openToBound.has(endpoint.name)) throw new Problem('whole-office-only', { region: within });
  const named = [regionIn(asked.params), regionIn(asked.query)].filter((region) => region !== undefined);
  if (named.length === 0) return;
  const seen = await regionsWithin(services, within);
  if (named.some((region) => typeof region !== 'string' || !seen.has(region))) {
    throw new Problem('outside-own-region', { region: within });
  }
}

const regionIn = (values: unknown): unknown =>
  typeof values === 'object' && values !== null && 'region' in values ? values.region : undefined;
