import { type Call, fieldsOf, listOf } from './call.ts';
import { FLAG } from './messages/content.ts';
import type { Channel, Component } from './model.ts';
import { Refusal, refusal } from './refusal.ts';
import { walkComponents } from './walk.ts';

/** Undocumented behaviour of Discord, which a test can make stricter. */
export interface Quirks {
  /** The maximum bytes of all texts and menu options of a message, plus 12 for each: discord-api-docs#8554, #6965, #7310. */
  maxTextBytes?: number;
  /** Messages with links to these hosts are refused: discord-api-docs#5327. */
  harmfulHosts?: readonly string[];
  /** A message that contains this text is refused. */
  refusedText?: { text: string; status: number; code: number };
  /** Listing a channel fails if it contains a container: discord-api-docs#8611. */
  listFailsWithContainers?: boolean;
}

const MAX_TEXT_BYTES = 10_170;
const BYTES_EACH = 12;
/** discord-api-docs#7528 */
const MAX_MEDIA = 64;
const CONTAINER = 17;

/** Refuses a message that Discord would answer with a bare 500, or refuse for its links, in any kind of request. */
export function checkMessage(call: Call, { maxTextBytes = MAX_TEXT_BYTES, harmfulHosts = [] }: Quirks): void {
  const message = messageIn(call.body);
  const words = JSON.stringify(message);
  if (harmfulHosts.some((host) => words.includes(`://${host}`))) throw refusal('harmfulLink');
  if ((Number(message['flags'] ?? 0) & FLAG.componentsV2) === 0) return;
  const why = overload(listOf(message['components']) as readonly Component[], maxTextBytes);
  if (why === undefined) return;
  if (maxTextBytes === MAX_TEXT_BYTES) call.violations.push(why);
  throw refusal('serverError');
}

/** Refuses a message that contains a text. */
export function checkText(call: Call, { text, ...error }: Required<Quirks>['refusedText']): void {
  if (JSON.stringify(messageIn(call.body)).includes(text)) throw new Refusal({ ...error, message: 'No.' });
}

/** The message is the body, or a field of it in interaction responses and forum posts. */
function messageIn(body: unknown): Readonly<Record<string, unknown>> {
  const fields = fieldsOf(body);
  return fieldsOf(fields['data'] ?? fields['message'] ?? fields);
}

/** Why Discord would answer a message of components with a 500; undefined if it would not. */
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

/** Throws if listing the messages of a channel fails. */
export function checkListing({ messages }: Channel, { listFailsWithContainers }: Quirks): void {
  const holds = [...messages.values()].some(({ components }) => components.some(({ type }) => type === CONTAINER));
  if (listFailsWithContainers === true && holds) throw refusal('serverError');
}
