/** Opens the office, listens, and stops on a signal. */
import { pino } from 'pino';
import { countAdministrators } from '#db/accounts.ts';
import type { Engine } from '#db/dialect/address.ts';
import type { DatabaseLog } from '#db/dialect/contract.ts';
import { demonstrationAccounts, demonstrationPassword } from '#seeds/demo/accounts.ts';
import { buildApp } from './app.ts';
import { scheduledBackup } from './backup-job.ts';
import { readConfig, type Config } from './config.ts';
import { startJobs, type Job } from './jobs.ts';
import { sendMail } from './mail-job.ts';
import { mailerOf } from './mailer.ts';
import { officeJobs } from './office-jobs.ts';
import { openOffice } from './open-office.ts';
import { reportFailure } from './refusals.ts';
import { checkNewestSeals } from './seal-checks.ts';
import { draftStatements } from './statement-job.ts';

/** Requests under way get this long to finish. */
const stopTimeoutMs = 10_000;

const firstAdministratorNotice =
  'Nobody has an account yet 尚无账号. Make the first administrator 建立首个管理员: npm run administrator -- NAME';

/**
 * Runs the program by these environment variables until it is stopped. What a person can mend is said in a sentence and
 * ends the process; anything else shows where it happened.
 */
export async function run(environment: NodeJS.ProcessEnv): Promise<void> {
  try {
    await start(readConfig(environment), environment);
  } catch (error) {
    reportFailure(error);
    process.exit();
  }
}

async function start(config: Config, environment: NodeJS.ProcessEnv): Promise<void> {
  const log = pino({ level: config.logLevel });
  const office = await openOffice(config, log);
  const app = await buildApp({ config, log, ...office });
  const alarm = await checkNewestSeals(app.services);
  const backups = backupJobs(config, { environment, engine: office.database.engine, log });
  const jobs = startJobs(app.services, [...officeJobs, draftStatements(), ...backups, ...mailJobs(config)]);
  stopOnSignal(async () => {
    const jobsStopped = jobs.stop();
    // A connection whose last request is answered only now would be kept for the next one, which is not to come.
    const sweep = setInterval(() => app.server.closeIdleConnections(), 100);
    await app.close();
    clearInterval(sweep);
    await jobsStopped;
    await office.database.close();
  });
  const address = await app.listen({ port: config.port, host: config.host });
  console.log(`Xushi 序时: ${config.publicOrigin ?? address}`);
  if (alarm !== null) console.error(alarm);
  if (office.demonstration) console.log(demonstrationNotice(config));
  else if ((await countAdministrators(office.database.reader)) === 0) console.log(firstAdministratorNotice);
}

/** PostgreSQL has its own tool, which whoever asked for backups here must be told of. */
function backupJobs(
  { backupTimes }: Config,
  at: { readonly environment: NodeJS.ProcessEnv; readonly engine: Engine; readonly log: DatabaseLog },
): readonly Job[] {
  if (backupTimes.length === 0) return [];
  if (at.engine === 'sqlite') return [scheduledBackup(backupTimes, at.environment)];
  at.log.warn(
    { backupTimes },
    'PostgreSQL is backed up with its own tool, pg_dump --format=custom; BACKUP_TIMES is not used',
  );
  return [];
}

function mailJobs({ mail, publicOrigin }: Config): readonly Job[] {
  return mail === null ? [] : [sendMail(mailerOf(mail), publicOrigin)];
}

function demonstrationNotice({ host, isPublic }: Config): string {
  const names = demonstrationAccounts.map(({ name }) => name).join(', ');
  return [
    `Demonstration 演示 (October 2020; partly invented values 部分数据为虚构). Password 密码: ${demonstrationPassword}`,
    `Accounts 账号: ${names}`,
    ...(isPublic ? [`WARNING 警告: anyone who reaches ${host} can sign in with these 密码是公开的.`] : []),
  ].join('\n');
}

function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), stopTimeoutMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
