import { describe, expect, it } from 'vitest';
import { addressOf } from '#web/api/call.ts';

describe('addressOf', () => {
  it('fills the path and writes the query', () => {
    expect(addressOf('/api/cities/:region', { region: '330300' }, { year: 2020, month: 9 })).toBe(
      '/api/cities/330300?year=2020&month=9',
    );
  });

  it('lets no value leave its place in the path', () => {
    expect(addressOf('/api/accounts/:id/state', { id: '../a b' })).toBe('/api/accounts/..%2Fa%20b/state');
  });
});
