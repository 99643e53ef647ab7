import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Database } from '#db/dialect';
import { backupLimitMs } from './backup-job.ts';
import type { Config } from './config.ts';
import { processUptimeMs } from './clock.ts';
import type { Clock, ClockStep } from '../http/context.ts';
import { accessTokenRoutes } from '../access-tokens/routes.ts';
import { attachmentRoutes } from '../attachments/routes.ts';
import { auditRoutes } from '../audit/routes.ts';
import { calendarRoutes } from '../calendar/routes.ts';
import { changeHub } from '../events/changes.ts';
import { datasetRoutes } from '../dataset/routes.ts';
import { eventRoutes } from '../events/routes.ts';
import { healthRoutes } from '../health/routes.ts';
import { endSlowArrivals } from '../http/arrival.ts';
import { answerBrokenRequests } from '../http/broken-requests.ts';
import { warnOfUnknownProxy } from '../http/forwarded.ts';
import { parseJsonBody, textOf } from '../http/json-body.ts';
import { filesFolder, fileStore } from '../http/file-store.ts';
import { limits } from '../http/limits.ts';
import { openapiRoutes } from '../http/openapi.ts';
import { Problem } from '../http/problem.ts';
import { answerProblems, sendProblem } from '../http/problems.ts';
import { protect, protectiveHeaders } from '../http/protection.ts';
import { answerReadyReplies } from '../http/ready-replies.ts';
import { refuseUnbound, type Routes } from '../http/serve.ts';
import { sessionCookie } from '../http/session-cookie.ts';
import { requireSession } from '../http/signed-in.ts';
import { requireToken } from '../http/token-reader.ts';
import { dataVersionOnceATurn } from '../http/data-version.ts';
import { serveWeb, webFolder } from '../http/web-assets.ts';
import { inboxRoutes } from '../inbox/routes.ts';
import { bulletinRoutes } from '../bulletins/routes.ts';
import { indicatorChangeRoutes } from '../indicator-changes/routes.ts';
import { indicatorRoutes } from '../indicators/routes.ts';
import { escalationRoutes } from '../escalations/routes.ts';
import { interviewRoutes } from '../interviews/routes.ts';
import { accountRoutes } from '../accounts/routes.ts';
import { projectFileRoutes } from '../project-files/routes.ts';
import { projectRoutes } from '../projects/routes.ts';
import { backPlanRoutes } from '../back-plans/routes.ts';
import { curveChangeRoutes } from '../curve-changes/routes.ts';
import { nodePlanRoutes } from '../node-plans/routes.ts';
import { openingRoutes } from '../openings/routes.ts';
import { reminderRoutes } from '../reminders/routes.ts';
import { paperRoutes } from '../papers/routes.ts';
import { divisionRoutes } from '../divisions/routes.ts';
import { regionTableRoutes } from '../region-tables/routes.ts';
import { regionRoutes } from '../regions/routes.ts';
import { replyCache } from '../http/reply-cache.ts';
import { unsavedSessions } from '../http/unsaved-sessions.ts';
import { sessionRoutes } from '../sessions/routes.ts';
import { replayRoutes } from '../replays/routes.ts';
import { scenarioRoutes } from '../scenarios/routes.ts';
import { ruleRoutes } from '../rules/routes.ts';
import { commentRoutes } from '../comments/routes.ts';
import { correctionRoutes } from '../corrections/routes.ts';
import { standingRoutes } from '../standings/routes.ts';
import { submissionRoutes } from '../submissions/routes.ts';
import { monthFileRoutes } from '../month-files/routes.ts';
import { loadRoutes } from '../loads/routes.ts';
import { deadlineRoutes } from '../deadlines/routes.ts';
import { tableRoutes } from '../tables/routes.ts';
import { targetBlockRoutes } from '../target-blocks/routes.ts';
import { targetRoutes } from '../targets/routes.ts';

/** All that an app is made of; whoever builds it opens and closes the database. */
export interface AppParts {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  /** By default the process's own; see `Services`. */
  readonly uptimeMs?: () => number;
  /** By default none is known. */
  readonly lastClockStep?: () => ClockStep | null;
  readonly log: FastifyBaseLogger;
  /** Whether the database holds the demonstration. */
  readonly demonstration: boolean;
  /** Where the built pages are; the project's own by default. */
  readonly web?: string;
  /** What is served under /api; every feature by default. */
  readonly features?: readonly Routes[];
}

/** What each feature serves, in the order in which the description of the API lists it. */
export const everyFeature: readonly Routes[] = [
  healthRoutes,
  accountRoutes,
  sessionRoutes,
  auditRoutes,
  regionRoutes,
  regionTableRoutes,
  indicatorRoutes,
  indicatorChangeRoutes,
  ruleRoutes,
  replayRoutes,
  scenarioRoutes,
  standingRoutes,
  divisionRoutes,
  correctionRoutes,
  commentRoutes,
  submissionRoutes,
  monthFileRoutes,
  loadRoutes,
  tableRoutes,
  targetRoutes,
  targetBlockRoutes,
  deadlineRoutes,
  interviewRoutes,
  openingRoutes,
  backPlanRoutes,
  curveChangeRoutes,
  nodePlanRoutes,
  projectFileRoutes,
  projectRoutes,
  reminderRoutes,
  escalationRoutes,
  attachmentRoutes,
  inboxRoutes,
  calendarRoutes,
  paperRoutes,
  bulletinRoutes,
  accessTokenRoutes,
  datasetRoutes,
  eventRoutes,
  openapiRoutes,
];

/** The whole program but for the listening: what every request passes, in its order, then the features. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { metricsToken } = parts.config;
  // Loaded where it is wanted alone.
  const metrics = metricsToken === null ? null : (await import('./metrics.ts')).processMetrics();
  const app = bareApp(
    metrics === null ? parts : { ...parts, database: metrics.timingWrites(parts.database) },
    await filesFolder(parts.database.address),
  );
  if (metrics !== null && metricsToken !== null) metrics.serve(app, metricsToken);
  await app.register(rateLimit, { global: false });
  warnOfUnknownProxy(app);
  protect(app, parts.config.publicOrigin);
  refuseUnbound(app);
  endSlowArrivals(app);
  requireSession(app, sessionCookie(parts.config.publicOrigin));
  requireToken(app);
  acceptJsonOnly(app);
  answerProblems(app);

  for (const bindAll of parts.features ?? everyFeature) bindAll(app);
  await serveWeb(app, parts.web ?? webFolder);
  await app.ready();
  // With figures of the process every request is counted, each on its whole way.
  if (metrics === null) answerReadyReplies(app);
  return app;
}

function bareApp(parts: AppParts, folder: string): FastifyInstance {
  const { config, database, clock, log, demonstration } = parts;
  const app: FastifyInstance = fastify({
    ...limits,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // A logger of its own costs each request more than its session does; what is logged names its request.
    childLoggerFactory: (logger) => logger,
    requestIdHeader: false,
    exposeHeadRoutes: false,
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    clientErrorHandler: answerBrokenRequests(protectiveHeaders(config.publicOrigin)),
    // An address that cannot even be decoded passes no hook.
    frameworkErrors: (_error, request, reply) =>
      sendProblem(new Problem('not-found'), request, reply.headers(protectiveHeaders(config.publicOrigin))),
  });
  app.decorate('config', config);
  app.decorate('services', {
    database: dataVersionOnceATurn(database),
    clock,
    uptimeMs: parts.uptimeMs ?? processUptimeMs,
    lastClockStep: parts.lastClockStep ?? (() => null),
    backupLimitMs: database.engine === 'sqlite' ? backupLimitMs(config.backupTimes) : null,
    changes: changeHub(),
    unsavedSessions: unsavedSessions(),
    replyCache: replyCache(database),
    files: { store: fileStore(folder), ...config.files },
    offersMail: config.mail !== null,
    log,
    demonstration,
    publicDemonstration: demonstration && config.isPublic,
  });
  app.decorate('served', []);
  app.decorate('noteReply', { by: null });
  return app;
}

function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(textOf(body)));
    } catch (error) {
      done(error instanceof Error ? error : new Problem('malformed-json'));
    }
  });
}
