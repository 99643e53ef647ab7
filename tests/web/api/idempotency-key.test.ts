import { describe, expect, it } from 'vitest';
import { newIdempotencyKey } from '#web/api/idempotency-key.ts';

describe('the key of a command', () => {
  it('is 32 hexadecimal digits, small bytes too', () => {
    // 200 keys have 3,200 bytes, of which one in sixteen needs its leading zero.
    for (let index = 0; index < 200; index += 1) expect(newIdempotencyKey()).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is another each time, in all its digits', () => {
    const keys = Array.from({ length: 200 }, newIdempotencyKey);
    expect(new Set(keys).size).toBe(200);
    for (let place = 0; place < 32; place += 1) expect(new Set(keys.map((key) => key[place])).size).toBeGreaterThan(8);
  });
});
