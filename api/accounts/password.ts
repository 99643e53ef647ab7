import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Problem } from '../http/problem.ts';

const derive = promisify(argon2);

/** RFC 9106, the second recommended choice: 64 MiB, three passes; about 150 ms. */
const cost = { memory: 64 * 1024, passes: 3, parallelism: 1 } as const;

/** For secrets that a machine drew by chance; see `hashSecret`. */
const secretCost = { memory: 64, passes: 1, parallelism: 1 } as const;

const maxAtOnce = 2;
const maxWaiting = 60;

/** Each hash takes 64 MiB and a core, so no more than two run at once; the rest wait, and a flood is turned away. */
const turns = { running: 0, waiting: [] as (() => void)[] };

async function inTurn<T>(task: () => Promise<T>): Promise<T> {
  if (turns.running >= maxAtOnce) {
    if (turns.waiting.length >= maxWaiting) throw new Problem('too-many-requests');
    await new Promise<void>((resolve) => turns.waiting.push(resolve));
  } else turns.running += 1;
  try {
    return await task();
  } finally {
    const next = turns.waiting.shift();
    if (next === undefined) turns.running -= 1;
    else next();
  }
}

/**
 * The Argon2id hash of a password with its salt and cost, as `$argon2id$v=19$m=65536,t=3,p=1$salt$hash`.
 * @throws Problem `too-many-requests` where too many wait
 */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await inTurn(() => derive('argon2id', { message: password, nonce, tagLength: 32, ...cost }));
  return `${prefix}${base64(nonce)}$${base64(tag)}`;
}

/**
 * The Argon2id hash of a one-time secret. It is drawn by chance from 2⁷⁹ and counts for a day, so nobody can try them all,
 * however little each try costs: what makes guessing a person's password slow would only make an office of 500 wait.
 * About 0.1 ms, off the event loop, so that sign-ins need not wait for it either.
 */
export async function hashSecret(secret: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: secret, nonce, tagLength: 32, ...secretCost });
  return `${secretPrefix}${base64(nonce)}$${base64(tag)}`;
}

const prefixOf = ({ memory, passes, parallelism }: typeof cost | typeof secretCost): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`;

const prefix = prefixOf(cost);
const secretPrefix = prefixOf(secretCost);

const encodedForm = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/**
 * Whether a password is the one that was hashed. Without a hash it takes as long and says no, and for a one-time secret it
 * takes as long too, so that the time does not tell which names exist.
 * @throws Problem `too-many-requests` where too many wait
 */
export async function verifyPassword(password: string, encoded: string | null): Promise<boolean> {
  const isRight = await fits(password, encoded ?? nobodysHash);
  if (encoded?.startsWith(secretPrefix)) await fits(password, nobodysHash);
  return encoded !== null && isRight;
}

async function fits(password: string, encoded: string): Promise<boolean> {
  const parts = encodedForm.exec(encoded);
  if (parts === null) throw new Error('a password hash has a form that is not known');
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts;
  const expected = Buffer.from(hash, 'base64');
  const tag = await inTurn(() =>
    derive('argon2id', {
      message: password,
      nonce: Buffer.from(salt, 'base64'),
      tagLength: expected.length,
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    }),
  );
  return timingSafeEqual(tag, expected);
}

/**
 * Whether a hash was made with another cost than today's, and is to be made anew when its password is next known. A
 * secret's never is: it signs in once.
 */
export function isOutdated(encoded: string): boolean {
  return !encoded.startsWith(prefix) && !encoded.startsWith(secretPrefix);
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

const nobodysHash = `${prefix}${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(32))}`;
