/** A name as accounts are kept under it: compatibility forms and capitals are the same name. */
export function accountName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/**
 * Whether a new account may have this name: Latin letters, digits, `.`, `_`, `-` and Chinese characters only, so that no
 * letter of another script and no invisible mark makes one name look like another.
 */
export function isAccountName(name: string): boolean {
  return /^[a-z0-9._\-\p{Script=Han}]{2,64}$/u.test(name);
}
