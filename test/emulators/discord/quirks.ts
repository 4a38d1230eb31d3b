import { type Call, fieldsOf, listOf } from './call.ts';
import { FLAG } from './content.ts';
import type { Channel, Component } from './model.ts';
import { refusal } from './refusal.ts';
import { walkComponents } from './walk.ts';

/** What Discord does though nothing of it is documented; each can be made worse by a test. */
export interface Quirks {
  /** The bytes of all texts and menu options of a message, 12 more for each: discord-api-docs#8554, #6965, #7310. */
  maxTextBytes?: number;
  /** Hosts whose links have a message refused: discord-api-docs#5327. */
  harmfulHosts?: readonly string[];
  /** A channel that holds a container cannot be listed: discord-api-docs#8611. */
  listFailsWithContainers?: boolean;
}

const MAX_TEXT_BYTES = 10_170;
const BYTES_EACH = 12;
/** discord-api-docs#7528 */
const MAX_MEDIA = 64;
const CONTAINER = 17;

/** Refuses a message that Discord would answer with a bare 500, or for its links, in whatever request it stands. */
export function checkMessage(call: Call, { maxTextBytes = MAX_TEXT_BYTES, harmfulHosts = [] }: Quirks): void {
  const message = messageIn(call.body);
  const words = JSON.stringify(message);
  if (harmfulHosts.some((host) => words.includes(`://${host}`))) throw refusal('harmfulLink');
  if ((Number(message['flags'] ?? 0) & FLAG.componentsV2) === 0) return;
  const why = overload(listOf(message['components']) as readonly Component[], maxTextBytes);
  if (why === undefined) return;
  if (maxTextBytes === MAX_TEXT_BYTES) call.breaches.push(why);
  throw refusal('serverError');
}

/** A message is the body itself, or stands in the answer to an interaction or in a new post. */
function messageIn(body: unknown): Readonly<Record<string, unknown>> {
  const fields = fieldsOf(body);
  return fieldsOf(fields['data'] ?? fields['message'] ?? fields);
}

/** Why Discord would answer a message of components with a 500; undefined where it would not. */
export function overload(components: readonly Component[], maxTextBytes = MAX_TEXT_BYTES): string | undefined {
  const all = walkComponents(components).map(({ component }) => component);
  const texts = all.flatMap(({ content, options = [] }) => [
    ...(typeof content === 'string' ? [content] : []),
    ...options.map(({ label, value, description }) => `${label}${value}${description ?? ''}`),
  ]);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + BYTES_EACH, 0);
  const media = all.reduce((sum, one) => sum + (one.media ? 1 : 0) + (one.items?.length ?? 0), 0);
  if (bytes > maxTextBytes) return `${bytes} bytes of text`;
  return media > MAX_MEDIA ? `${media} media` : undefined;
}

/** Fails where the messages of a channel cannot be listed. */
export function checkListing({ messages }: Channel, { listFailsWithContainers }: Quirks): void {
  const holds = [...messages.values()].some(({ components }) => components.some(({ type }) => type === CONTAINER));
  if (listFailsWithContainers === true && holds) throw refusal('serverError');
}
