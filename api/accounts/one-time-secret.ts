import { randomInt } from 'node:crypto';

/** How long a one-time secret can be used, in milliseconds. */
export const secretLifetime = 24 * 60 * 60_000;

/** Without letters and digits that are mistaken for each other on paper. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A secret that an administrator hands over: 4 × 4 characters, about 79 bits. */
export function newOneTimeSecret(): string {
  const characters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return characters.replaceAll(/.{4}(?!$)/g, '$&-');
}

/** What a person's row says of a secret given out at an instant. */
export function oneTime(passwordHash: string, now: Date) {
  const passwordExpiresAt = new Date(now.getTime() + secretLifetime).toISOString();
  return { passwordHash, mustChangePassword: true, passwordExpiresAt };
}
