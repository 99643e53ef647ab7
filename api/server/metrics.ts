/**
 * Figures of the running process for Prometheus, at `/metrics`: how much is asked, how long it takes, and whether jobs and
 * backups go on. Nothing of an office's content. Served where METRICS_TOKEN is set, to whoever sends it.
 */
import { hash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '#db/dialect';
import { listJobRows } from '#db/jobs.ts';
import { currentRevision } from '#db/revisions.ts';
import { readLastBackup } from '../health/last-backup.ts';
import { signIn } from '../accounts/contract.ts';

/** In seconds: from a kept reply to what a person begins to wait for. */
const requestBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** In seconds: one sync of a disk takes from 0.1 ms to some 100 ms. */
const writeBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

const path = '/metrics';

/** The figures of one process. */
export interface Metrics {
  /** The same database, whose units of work are timed from being asked for to being on the disk. */
  timingWrites(database: Database): Database;
  /** Counts what the app answers from here on, and serves the figures to whoever has the token. */
  serve(app: FastifyInstance, token: string): void;
}

/** Begins to count. */
export function processMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const writes = new Histogram({
    name: 'xushi_database_write_duration_seconds',
    help: 'Units of work, from being asked for to being on the disk',
    labelNames: ['outcome'],
    buckets: writeBuckets,
    registers: [register],
  });
  return {
    timingWrites: (database) => ({
      ...database,
      write: async (work, label) => {
        const end = writes.startTimer();
        let outcome = 'failed';
        try {
          const result = await database.write(work, label);
          outcome = 'done';
          return result;
        } finally {
          end({ outcome });
        }
      },
    }),
    serve: (app, token) => {
      countRequests(app, register);
      readOffice(app, register);
      bindMetrics(app, register, token);
    },
  };
}

function countRequests(app: FastifyInstance, register: Registry): void {
  const registers = [register];
  const requests = new Counter({
    name: 'xushi_http_requests_total',
    help: 'Requests by endpoint and status; aborted where the sender left before the answer began',
    labelNames: ['endpoint', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'xushi_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer, streams left out',
    labelNames: ['endpoint'],
    buckets: requestBuckets,
    registers,
  });
  const streams = new Gauge({ name: 'xushi_open_streams', help: 'Open streams of events', registers });
  const failures = new Counter({
    name: 'xushi_sign_in_failures_total',
    help: 'Refused sign-ins by status',
    labelNames: ['status'],
    registers,
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url === path) return done();
    const started = performance.now();
    const endpoint = endpointOf(request);
    const isStream = request.routeOptions.config.endpoint?.kind === 'stream';
    if (isStream) streams.inc();
    // The end of the answer itself: kept replies and streams are sent past Fastify, and some readers leave early.
    reply.raw.once('close', () => {
      const { headersSent, statusCode } = reply.raw;
      const status = headersSent ? String(statusCode) : 'aborted';
      requests.inc({ endpoint, status });
      if (isStream) streams.dec();
      else durations.observe({ endpoint }, (performance.now() - started) / 1000);
      if (endpoint === signIn.name && headersSent && statusCode >= 400) failures.inc({ status });
    });
    done();
  });
}

/** By the name of an endpoint: an address itself would make as many series as there are cities and months. */
function endpointOf({ routeOptions, url }: FastifyRequest): string {
  return routeOptions.config.endpoint?.name ?? (url.startsWith('/api') ? 'unknown' : 'pages');
}

const seconds = (instant: string): number => Date.parse(instant) / 1000;

/** What the database knows, read when it is asked for. */
function readOffice(app: FastifyInstance, register: Registry): void {
  const { reader } = app.services.database;
  const { clock } = app.services;
  const job = ['job'];
  const gauge = gaugeIn(app, register);
  gauge('xushi_data_version', 'Changes so far that could change a standing', [], async (one) =>
    one.set(await currentRevision(reader)),
  );
  gauge('xushi_job_last_end_timestamp_seconds', 'When a job last ended, well or not', job, async (one) => {
    for (const { name, lastEndedAt } of await listJobRows(reader)) {
      if (lastEndedAt !== null) one.set({ job: name }, seconds(lastEndedAt));
    }
  });
  gauge('xushi_job_failures', 'Failures of a job since it last ended well', job, async (one) => {
    for (const { name, attempts } of await listJobRows(reader)) one.set({ job: name }, attempts);
  });
  gauge('xushi_backup_age_seconds', 'Age of the last good scheduled backup', [], async (one) => {
    const { goodAt } = await readLastBackup(reader);
    if (goodAt === null) one.remove();
    else one.set(clock.now().getTime() / 1000 - seconds(goodAt));
  });
}

/** Makes gauges that are read anew each time. A database that cannot be read has no figures; the process's are wanted all the more. */
const gaugeIn =
  (app: FastifyInstance, register: Registry) =>
  (name: string, help: string, labelNames: string[], read: (gauge: Gauge) => Promise<void>): void => {
    const gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [register],
      collect: async () => {
        gauge.reset();
        await read(gauge).catch((error: unknown) => {
          gauge.remove();
          app.log.warn({ err: error }, `${name} could not be read`);
        });
      },
    });
  };

const digest = (text: string): Buffer => hash('sha256', text, 'buffer');

function bindMetrics(app: FastifyInstance, register: Registry, token: string): void {
  const expected = digest(`Bearer ${token}`);
  app.get(path, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) {
      return reply.code(401).header('www-authenticate', 'Bearer').send('METRICS_TOKEN');
    }
    return reply.type(register.contentType).send(await register.metrics());
  });
}
