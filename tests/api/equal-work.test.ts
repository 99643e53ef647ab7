/**
 * How long a sign-in takes must not tell which names exist. Nearly all of that time is one derivation of Argon2, so it is
 * counted, with all that its time depends on, in place of a clock that a busy machine would falsify.
 */
import type * as crypto from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hashPassword, hashSecret, verifyPassword } from '#api/accounts/password.ts';
import { findAccountByName, updateAccount } from '#db/accounts.ts';
import { lockSource } from '#tests/support/lock-source.ts';
import { demoApp } from '#tests/support/app.ts';

interface Derivation {
  readonly algorithm: string;
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly tagLength: number;
  readonly salt: number;
}
const derivations = vi.hoisted(() => [] as Derivation[]);

// The machine's own function still does the work; it is only noted what it was asked for.
vi.mock('node:crypto', async (original) => {
  const machine = await original<typeof crypto>();
  const argon2: typeof machine.argon2 = (algorithm, parameters, done) => {
    const { memory, passes, parallelism, tagLength, nonce } = parameters;
    derivations.push({
      algorithm,
      memory,
      passes,
      parallelism,
      tagLength,
      salt: nonce instanceof Uint8Array ? nonce.byteLength : 0,
    });
    machine.argon2(algorithm, parameters, done);
  };
  return { ...machine, argon2 };
});

/** RFC 9106, the second recommended choice: 64 MiB and three passes, for a salt of 16 bytes and a hash of 32. */
const onceInFull: readonly Derivation[] = [
  { algorithm: 'argon2id', memory: 65_536, passes: 3, parallelism: 1, tagLength: 32, salt: 16 },
];

const password = 'Qingming-2021-rain';

beforeEach(() => {
  derivations.length = 0;
});

describe('a password that is looked at', () => {
  it('costs one derivation in full, whether there is a hash or none', async () => {
    const hash = await hashPassword(password);
    expect(derivations).toEqual(onceInFull);
    for (const [encoded, isRight] of [
      [hash, true],
      [null, false],
    ] as const) {
      derivations.length = 0;
      expect(await verifyPassword(password, encoded)).toBe(isRight);
      expect(derivations).toEqual(onceInFull);
    }
  });
});

describe('a one-time secret', () => {
  it('is hashed cheaply, and costs a derivation in full whenever it is looked at', async () => {
    const hash = await hashSecret('ABCD-EFGH-JKLM-NPQR');
    expect(derivations).toMatchObject([{ memory: 64, passes: 1 }]);
    for (const [typed, isRight] of [
      ['ABCD-EFGH-JKLM-NPQR', true],
      ['wrong', false],
    ] as const) {
      derivations.length = 0;
      expect(await verifyPassword(typed, hash)).toBe(isRight);
      expect(derivations.filter(({ memory }) => memory > 64)).toEqual(onceInFull);
    }
  });
});

describe('signing in', () => {
  it('derives as much for an unknown name as for a known one and for a disabled one', async () => {
    const { anonymous, database } = await demoApp();
    const person = await findAccountByName(database.reader, 'jinhua');
    await database.write((tx) => updateAccount(tx, person!.id, { disabled: true }));
    for (const name of ['nobody', 'wenzhou', 'jinhua']) {
      derivations.length = 0;
      const reply = await anonymous.post('/api/session', { name, password });
      expect([name, reply.statusCode, ...derivations]).toEqual([name, 401, ...onceInFull]);
    }
  });

  it('derives nothing for a locked name, be there an account or none', async () => {
    const { anonymous, database } = await demoApp();
    const person = await findAccountByName(database.reader, 'wenzhou');
    await lockSource(database, person!.id);
    for (let time = 0; time < 5; time += 1) await anonymous.post('/api/session', { name: 'nobody', password: 'wrong' });
    for (const name of ['nobody', 'wenzhou']) {
      const wrong = { name, password: 'wrong' };
      derivations.length = 0;
      expect((await anonymous.post('/api/session', wrong)).statusCode).toBe(429);
      expect([name, ...derivations]).toEqual([name]);
    }
  });
});
