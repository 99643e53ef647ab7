import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/support/database.ts';
import { run } from '#tests/support/program.ts';

const environment = (more: Readonly<Record<string, string>> = {}) => ({
  DATABASE_URL: `file:${temporaryFolder()}/xushi.db`,
  PORT: '0',
  LOG_LEVEL: 'error',
  ...more,
});

async function started(more: Readonly<Record<string, string>> = {}) {
  const program = run('api/server/main.ts', environment(more));
  const [, origin = ''] = await program.prints(/(http:\/\/127\.0\.0\.1:\d+)[\s\S]*\n/);
  return { program, origin };
}

/** Waits until no new connection is taken. */
async function refused(origin: string): Promise<void> {
  const isTaken = () =>
    fetch(`${origin}/api/health`).then(
      () => true,
      () => false,
    );
  while (await isTaken());
}

describe('the program', () => {
  it('prints its address and the demonstration’s accounts, and answers', async () => {
    const { program, origin } = await started();
    await program.prints(/Accounts 账号: official, leader, administrator, .*lishui/);
    expect(program.printed()).toContain('xushi-demo-2020');
    expect(await (await fetch(`${origin}/api/ready`)).json()).toEqual({ status: 'ready', failingJobs: [] });
  });

  it('says in an empty office how to make the first administrator, which its command does', async () => {
    const own = environment({ XUSHI_DEMO: 'off' });
    const command = run('api/server/create-administrator.ts', own, 'zhang');
    expect(await command.ended()).toBe(0);
    expect(command.printed()).toMatch(/valid for 24 hours.*\n[A-Z2-9]{4}(-[A-Z2-9]{4}){3}\n/);
    const again = run('api/server/create-administrator.ts', own, 'zhang');
    expect(await again.ended()).toBe(1);
    expect(again.printed()).toContain('exists already');
    const reset = run('api/server/create-administrator.ts', own, '--reset', 'zhang');
    expect(await reset.ended()).toBe(0);
    expect(reset.printed()).toMatch(/valid for 24 hours.*\n[A-Z2-9]{4}(-[A-Z2-9]{4}){3}\n/);
    const { program } = await started({ XUSHI_DEMO: 'off' });
    await program.prints(/npm run administrator -- NAME/);
    expect(program.printed()).not.toContain('xushi-demo-2020');
  });

  it('says how the command of the first administrator is called, and makes nobody without a name', async () => {
    const command = run('api/server/create-administrator.ts', { DATABASE_URL: 'file:nobody.db' });
    expect(await command.ended()).toBe(1);
    expect(command.printed().trim()).toMatch(/^Usage: npm run administrator -- NAME, or .* --reset NAME$/);
  });

  it('names every setting it cannot use, and ends with 1', async () => {
    const program = run('api/server/main.ts', environment({ PORT: 'x', XUSHI_DEMO: 'maybe' }));
    expect(await program.ended()).toBe(1);
    expect(program.printed()).toMatch(/PORT: .*\n.*XUSHI_DEMO: /);
    expect(program.printed()).not.toContain('    at ');
  });

  it('says plainly that its port is taken', async () => {
    const { origin } = await started();
    const second = run('api/server/main.ts', environment({ PORT: new URL(origin).port }));
    expect(await second.ended()).toBe(1);
    expect(second.printed()).toContain('EADDRINUSE');
    expect(second.printed()).not.toContain('    at ');
  });

  it('finishes what it has begun when it is told to stop, takes nothing new, and ends with 0', async () => {
    const { program, origin } = await started();
    const body = JSON.stringify({ name: 'official', password: 'xushi-demo-2020' });
    const headers = { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' };
    const begun = Array.from({ length: 4 }, () => request(`${origin}/api/session`, { method: 'POST', headers }));
    for (const one of begun) one.flushHeaders();
    // The server says "continue" once it has the head of a request: all four are under way, and none has its body yet.
    await Promise.all(begun.map((one) => once(one, 'continue')));
    const answers = begun.map((one) => once(one, 'response') as Promise<[IncomingMessage]>);
    program.process.kill('SIGTERM');
    await refused(origin);
    for (const one of begun) one.end(body);
    expect((await Promise.all(answers)).map(([{ statusCode }]) => statusCode)).toEqual([200, 200, 200, 200]);
    expect(await program.ended()).toBe(0);
  });

  it('lets open streams go when it is told to stop', async () => {
    const { program, origin } = await started();
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ name: 'leader', password: 'xushi-demo-2020' });
    const signedIn = await fetch(`${origin}/api/session`, { method: 'POST', headers, body });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const stream = await fetch(`${origin}/api/events`, { headers: { cookie } });
    const whole = stream.text();
    program.process.kill('SIGINT');
    expect(await whole).toContain('event: changed');
    expect(await program.ended()).toBe(0);
  });
});
