import { createHash } from 'node:crypto';

/** https://discord.com/developers/docs/resources/message#create-message */
const NONCE_CHARACTERS = 25;

/** Discord recognises a message of the last minutes by its nonce: the same for the same name. */
export function toNonce(name: string): string {
  return digest(name).toString('base64url').slice(0, NONCE_CHARACTERS);
}

/**
 * What a message is found again by, however late: a number for its first component, as long as Discord takes one and far
 * from those that it gives itself (https://discord.com/developers/docs/components/reference#anatomy-of-a-component).
 */
export function toComponentId(name: string): number {
  return (digest(name).readUInt32BE() % 2 ** 30) | (2 ** 30);
}

function digest(name: string): Buffer {
  return createHash('sha256').update(name).digest();
}
