/** The two engines that one schema serves. */
export type Engine = 'sqlite' | 'postgres';

/** Which engine an address names: `postgres://…`, `postgresql://…` and `pglite:…` are PostgreSQL, all else is SQLite. */
export function engineOf(address: string): Engine {
  return /^(postgres|postgresql|pglite):/.test(address) ? 'postgres' : 'sqlite';
}

/** The address without its password, fit for a log or a message. */
export function withoutPassword(address: string): string {
  return address
    .replace(/^([a-z]+:\/\/[^/@?#]*?):.*@/, '$1:…@')
    .replace(/([?&](?:password|sslpassword)=)[^&#]*/gi, '$1…');
}
