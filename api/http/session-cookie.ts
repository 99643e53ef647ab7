import { hash, randomBytes } from 'node:crypto';

/** How the session's cookie is named and set; `__Host-` and Secure where the office is reached by https. */
export interface SessionCookie {
  read(header: string | undefined): string | null;
  set(token: string): string;
  clear(): string;
}

/** The cookie of an office reached under this origin; without one, over plain http. */
export function sessionCookie(publicOrigin: string | null): SessionCookie {
  return tokenCookie(publicOrigin, 'xushi', '');
}

/**
 * The cookie by which a device that signed in before is known again, so that strangers' failures cannot lock it out. It
 * opens nothing; browsers keep it at most 400 days.
 */
export function deviceCookie(publicOrigin: string | null): SessionCookie {
  return tokenCookie(publicOrigin, 'xushi-device', '; Max-Age=34560000');
}

function tokenCookie(publicOrigin: string | null, plainName: string, lifetime: string): SessionCookie {
  const isSecure = publicOrigin?.startsWith('https:') ?? false;
  const name = isSecure ? `__Host-${plainName}` : plainName;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const value = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{43})(?:;|$)`);
  return {
    read: (header) => (header === undefined ? null : (value.exec(header)?.[1] ?? null)),
    set: (token) => `${name}=${token}; ${attributes}${lifetime}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}

/** 32 random bytes: what only the cookie holds. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. */
export function hashSessionToken(token: string): string {
  return hash('sha256', token, 'hex');
}
