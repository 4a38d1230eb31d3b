import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 24;

/** Creates a secret that nobody can guess, for an address or a form. */
export function createSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** Compares texts in a time that does not tell how much of them is the same. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
