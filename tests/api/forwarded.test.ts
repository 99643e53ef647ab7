import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { demoApp } from '#tests/support/app.ts';

/** An office, and the warnings of its log, each with the address it names. */
async function officeWithLog(environment: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
  const { anonymous } = await demoApp({ environment, log });
  return {
    ask: (headers: Record<string, string>) => anonymous.get('/api/health', headers),
    warnings: () => lines.filter((line) => line.includes('TRUSTED_PROXIES')).map((line) => JSON.parse(line).address),
  };
}

const forwarded = { 'x-forwarded-for': '203.0.113.9' };

describe('a forwarded address', () => {
  it.each([
    ['no proxy is trusted', {}],
    ['another proxy is trusted', { TRUSTED_PROXIES: '10.0.0.1' }],
  ])(
    'that comes where %s is warned of once, with the sender and not with what it claims',
    async (_what, environment) => {
      const { ask, warnings } = await officeWithLog(environment);
      await ask({});
      expect(warnings()).toEqual([]);
      await ask(forwarded);
      await ask(forwarded);
      expect(warnings()).toEqual(['127.0.0.1']);
    },
  );

  it('of a trusted proxy is no cause for a warning', async () => {
    const { ask, warnings } = await officeWithLog({ TRUSTED_PROXIES: '127.0.0.1' });
    await ask(forwarded);
    expect(warnings()).toEqual([]);
  });
});
