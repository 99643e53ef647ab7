/** What `npm run move` does: two processes, one an engine; the rows pass through this one, which compares what both hold. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withoutPassword } from '#db/dialect/address.ts';
import { filesFolder, takeAlong, type KeptFile } from '../http/file-store.ts';
import type { Row } from '#db/every-row.ts';
import type { Said, Sums } from './moving.ts';

const usage =
  'Usage: npm run move -- FROM TO, with addresses such as file:data/office.db and postgres://…; stop the program first.';

/** Moves an office and compares it, table by table. Any failure ends the process with 1; the first database stays as it is. */
export async function runMove(environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<void> {
  const [from, to, ...more] = words;
  if (from === undefined || to === undefined || more.length > 0 || from === to) {
    console.error(usage);
    process.exitCode = 1;
    return;
  }
  const started = performance.now();
  const writer = end({ which: 'write', address: to, environment });
  const reader = await writer.ready.then((isReady) =>
    isReady ? end({ which: 'read', address: from, environment, next: writer.child }) : null,
  );
  const [held, taken] = await Promise.all([reader?.sums ?? null, writer.sums]);
  const differing =
    held === null || taken === null
      ? null
      : [...differences(held, taken), ...(await moveFiles(reader?.files ?? [], from, to))];
  if (held === null || taken === null || differing === null || differing.length > 0) {
    for (const line of [reader?.refusal(), writer.refusal(), ...(differing ?? [])]) if (line) console.error(line);
    process.exitCode = 1;
    return;
  }
  const rows = Object.values(taken).reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `Moved and compared 已迁移并核对: ${withoutPassword(from)} → ${withoutPassword(to)}\n` +
      `  ${Object.keys(taken).length} tables 表, ${rows} rows 行, ${((performance.now() - started) / 1000).toFixed(2)} s\n` +
      'Every table has the same rows and the same checksum 各表行数与校验和一致.',
  );
}

/** Copies the attached files to where the new database looks for them; says which did not arrive. */
async function moveFiles(files: readonly KeptFile[], from: string, to: string): Promise<readonly string[]> {
  const failed = await takeAlong(files, await filesFolder(from), await filesFolder(to), { mayLink: false });
  return failed.map(({ id }) => `attachment ${id}: its file is missing, or its content is another one`);
}

interface End {
  readonly child: ChildProcess;
  /** Whether it waits for rows; false where it ended before. */
  readonly ready: Promise<boolean>;
  /** What it holds at its end; null where it failed. */
  readonly sums: Promise<Sums | null>;
  /** The files that the rows seen so far refer to. */
  readonly files: readonly KeptFile[];
  refusal(): string | null;
}

interface EndPlan {
  readonly which: 'read' | 'write';
  readonly address: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Where the rows go. */
  readonly next?: ChildProcess;
}

function end({ which, address, environment, next }: EndPlan): End {
  const child = fork(join(import.meta.dirname, 'move-end.ts'), [which], {
    env: { ...environment, DATABASE_URL: address },
    serialization: 'advanced',
  });
  let why: string | null = null;
  let sums: Sums | null = null;
  const files: KeptFile[] = [];
  const isReady = Promise.withResolvers<boolean>();
  child.on('message', (message: Said) => {
    if (message.kind === 'rows') {
      if (message.table === 'attachment') files.push(...keptFiles(message.rows));
      return void next?.send(message);
    }
    if (message.kind === 'refused') why = message.why;
    else {
      sums = message.sums;
      isReady.resolve(true);
      next?.send(message);
    }
  });
  const ended = once(child, 'exit').then(([code]) => {
    isReady.resolve(false);
    // Where the sending end fails, the other one must not take what came so far for all.
    if (code !== 0) next?.kill();
    return code === 0 ? sums : null;
  });
  return { child, ready: isReady.promise, sums: ended, files, refusal: () => why };
}

function keptFiles(rows: readonly Row[]): readonly KeptFile[] {
  return rows
    .filter((row) => row['removedAt'] === null)
    .map((row) => ({ id: String(row['id']), bytes: Number(row['bytes']), sha256: String(row['sha256']) }));
}

function differences(held: Sums, taken: Sums): readonly string[] {
  return Object.keys({ ...held, ...taken })
    .filter((table) => held[table]?.checksum !== taken[table]?.checksum)
    .map(
      (table) =>
        `${table}: ${held[table]?.rows ?? 'no'} rows before, ${taken[table]?.rows ?? 'no'} after, or not the same`,
    );
}
