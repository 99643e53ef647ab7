/** The command that checks the seals, on an office of 200,000 sealed rows, and how long the same check holds up others. */
import { execFileSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { openDatabase } from '#db/database.ts';
import { sealAnew } from '#db/seals.ts';
import { verifySeals } from '#db/verification.ts';
import type { Finding } from './budgets.ts';
import { buildOffice } from './ground/office.ts';

const auditRows = 150_000;
const command = fileURLToPath(new URL('../../api/server/verify.ts', import.meta.url));

export async function buildBig(): Promise<string> {
  const { file } = await buildOffice({ areas: 1300, years: [2019, 2020], stateOf: () => 'accepted' });
  addAuditRows(file);
  const database = await openDatabase({ address: `file:${file}` });
  await database.write(sealAnew);
  await database.close();
  return file;
}

export async function measureVerify(): Promise<Finding[]> {
  const file = await buildBig();
  const database = await openDatabase({ address: `file:${file}` });
  const times: number[] = [];
  const stalls: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const begun = performance.now();
    // Ends with 1, which throws, where it finds anything.
    execFileSync(process.execPath, [command], { env: { DATABASE_URL: `file:${file}` } });
    times.push((performance.now() - begun) / 1000);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await verifySeals(database.reader);
    delay.disable();
    stalls.push(delay.max / 1e6);
  }
  await database.close();
  const note = '202,000 sealed rows, with 250,000 figures in them';
  return [
    { kind: 'measured', budget: 'verify.command', rounds: times, note },
    { kind: 'measured', budget: 'verify.stall', rounds: stalls, note },
  ];
}

function addAuditRows(file: string): void {
  const database = new Sqlite(file);
  database.pragma('synchronous = OFF');
  const insert = database.prepare(
    `insert into audit_event (id, at, actor, acted_as, role, address, action, object, outcome, detail, request_id)
     values (?, ?, null, null, 'system', '127.0.0.1', 'submission.accept', ?, 'done', ?, ?)`,
  );
  database.transaction(() => {
    for (let row = 0; row < auditRows; row += 1) {
      const at = new Date(Date.UTC(2019, 0, 1, 0, row)).toISOString();
      insert.run(randomUUID(), at, `2020-09/${row}`, JSON.stringify({ number: 1, asOf: '2020-09-30' }), randomUUID());
    }
  })();
  database.close();
}
