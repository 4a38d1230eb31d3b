import type { ZodMiniType } from 'zod/mini';
import { type Call, fieldsOf, listOf, toText } from '../call.ts';
import type { Component, Message } from '../model.ts';
import { refusal } from '../refusal.ts';
import { checkSchema } from '../schemas.ts';
import { walkComponents } from '../walk.ts';
import { checkComponents } from './component-rules.ts';
import { createFormErrors, type FormErrors, type Path } from './form-errors.ts';
import { findPings } from './mentions.ts';

/** https://discord.com/developers/docs/resources/message#message-object-message-flags */
export const FLAG = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
};

const MAX_CONTENT = 2000;
const MAX_EMBEDS_TEXT = 6000;
const NOT_EMULATED = ['attachments', 'sticker_ids', 'poll', 'message_reference', 'shared_client_theme'];

/** The validated content of a message. */
export type Content = Pick<Message, 'content' | 'embeds' | 'components' | 'flags' | 'pings' | 'files'>;

interface MessageInput {
  body: unknown;
  schema: ZodMiniType;
  /** The path of the message in the request. */
  base?: Path;
}

/** Reads a new message; throws 50035 and 50006. */
export function readNewMessage(call: Call, input: MessageInput): Content {
  const body = fieldsOf(input.body);
  return read(call, { ...input, fields: body, flags: Number(body['flags'] ?? 0) });
}

/** Reads an edit. Omitted fields keep their value, and IS_COMPONENTS_V2 cannot be removed. */
export function readEdit(call: Call, input: MessageInput, before: Message): Content {
  const body = fieldsOf(input.body);
  const flags = Number(body['flags'] ?? 0);
  const changeable = FLAG.suppressEmbeds | FLAG.componentsV2;
  const fixed = before.flags & ~FLAG.suppressEmbeds & ~FLAG.loading;
  const { content, embeds, components } = { ...before, ...body };
  return read(call, {
    ...input,
    fields: { ...body, content, embeds, components },
    flags: fixed | (flags & changeable),
  });
}

interface MergedInput extends MessageInput {
  /** The sent fields, merged with those of the message before. */
  fields: Readonly<Record<string, unknown>>;
  flags: number;
}

function read(call: Call, { body, schema, base = [], fields, flags }: MergedInput): Content {
  const form = createFormErrors();
  checkSchema(schema, body, { form, base, violations: call.violations });
  form.throwIfAny(call.violations);
  const missing = NOT_EMULATED.find((name) => hasAny(fields[name]));
  if (missing !== undefined) throw refusal('notEmulated');
  const components = listOf(fields['components']) as readonly Component[];
  const content = toText(fields['content']);
  const embeds = listOf(fields['embeds']) as readonly object[];
  const isV2 = (flags & FLAG.componentsV2) !== 0;
  if ([...content].length > MAX_CONTENT)
    form.add([...base, 'content'], 'BASE_TYPE_MAX_LENGTH', `Must be ${MAX_CONTENT} or fewer in length.`);
  checkEmbeds(embeds, form, [...base, 'embeds']);
  if (isV2) checkNoLegacy({ content, embeds }, form, base);
  checkComponents(components, { form, base: [...base, 'components'], isV2 });
  checkUploads(components, call);
  checkAllowedMentions(fields['allowed_mentions'], form, [...base, 'allowed_mentions']);
  form.throwIfAny(call.violations);
  if (content.trim() === '' && embeds.length === 0 && components.length === 0) throw refusal('empty');
  const pings = findPings({ content, components }, fields['allowed_mentions']);
  const files = [...call.files];
  return { content: content.trim(), embeds, components: withIds(components), flags, pings, files };
}

function checkNoLegacy(legacy: { content: string; embeds: readonly object[] }, form: FormErrors, base: Path): void {
  for (const [name, value] of Object.entries(legacy)) {
    if (value.length === 0) continue;
    const message = `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    form.add([...base, name], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
  }
}

/** The schema covers all limits of embeds except the total length. */
function checkEmbeds(embeds: readonly object[], form: FormErrors, path: Path): void {
  const length = embeds.reduce((sum, embed) => sum + lengthOfEmbed(fieldsOf(embed)), 0);
  if (length > MAX_EMBEDS_TEXT)
    form.add(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_EMBEDS_TEXT}`);
}

function lengthOfEmbed({ title, description, footer, author, fields }: Readonly<Record<string, unknown>>): number {
  const inner = listOf(fields).flatMap((field) => [fieldsOf(field)['name'], fieldsOf(field)['value']]);
  const texts = [title, description, fieldsOf(footer)['text'], fieldsOf(author)['name'], ...inner];
  return texts.reduce<number>((sum, text) => sum + [...toText(text)].length, 0);
}

function checkAllowedMentions(allowed: unknown, form: FormErrors, path: Path): void {
  const { parse, ...ids } = fieldsOf(allowed);
  for (const kind of ['users', 'roles']) {
    if (!listOf(parse).includes(kind) || listOf(ids[kind]).length === 0) continue;
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    form.add(path, 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
  }
}

/** A component shows each upload: others are lost. */
function checkUploads(components: readonly Component[], { files, violations }: Call): void {
  const shown = walkComponents(components).flatMap(({ component }) => component.file?.url ?? []);
  const sent = files.map(({ name }) => `attachment://${name}`);
  const lost = sent.filter((url) => !shown.includes(url));
  violations.push(...lost.map((url) => `${url} is not shown`));
  if (shown.some((url) => !sent.includes(url))) violations.push(`a component shows a file that was not sent`);
}

function hasAny(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}

/** Numbers the components that have no id. */
function withIds(components: readonly Component[]): readonly Component[] {
  let last = 0;
  const number = (component: Component): Component => {
    last += 1;
    const id = component.id ?? last;
    const inner = component.components?.map(number);
    const accessory = component.accessory && number(component.accessory);
    return { ...withoutNulls(component), id, ...(inner && { components: inner }), ...(accessory && { accessory }) };
  };
  return components.map(number);
}

function withoutNulls(component: Component): Component {
  return Object.fromEntries(Object.entries(component).filter(([, value]) => value !== null)) as unknown as Component;
}
