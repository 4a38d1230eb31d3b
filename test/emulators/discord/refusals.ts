import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import type { Component as Checked } from './model.ts';
import { overload } from './quirks.ts';

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const COMPONENTS_V2 = 1 << 15;
const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;

interface Component {
  type: number;
  components?: Component[];
  accessory?: Component;
  content?: string;
  custom_id?: string;
  url?: string;
  label?: string;
  options?: { value: string }[];
}

/** Lists what Discord would reject in a message of components, by its official schema and by its other limits. */
export function refusalsOf(components: readonly unknown[]): string[] {
  const checked = MessageCreateRequestSchema.safeParse({ flags: COMPONENTS_V2, components });
  const all = flatten(components as readonly Component[]);
  const text = all.reduce((sum, { content = '' }) => sum + content.length, 0);
  const menus = all.flatMap(({ options }) => (options === undefined ? [] : [options.map(({ value }) => value)]));
  return [
    ...(checked.success ? [] : [JSON.stringify(checked.error?.issues)]),
    ...(components.length === 0 ? ['nothing to send'] : []),
    ...(all.length > MAX_COMPONENTS ? [`${all.length} components`] : []),
    ...[overload(components as readonly Checked[]) ?? []].flat(),
    ...(text > MAX_TEXT ? [`${text} characters`] : []),
    ...all.filter(({ content }) => content?.trim() === '').map(() => 'text without words'),
    ...repeated(all.flatMap(({ custom_id }) => custom_id ?? [])).map((id) => `custom id ${id} twice`),
    ...menus.flatMap(repeated).map((value) => `option ${value} twice`),
    ...all.filter(({ type, label }) => type === 2 && (label ?? '').trim() === '').map(() => 'button without a label'),
    ...all.filter(({ type, components: inner = [] }) => type === 1 && isWide(inner)).map(() => 'wide row'),
  ];
}

function flatten(components: readonly Component[]): Component[] {
  return components.flatMap((one) => [
    one,
    ...flatten(one.components ?? []),
    ...(one.accessory === undefined ? [] : flatten([one.accessory])),
  ]);
}

function isWide(row: readonly Component[]): boolean {
  return row.length > 5 || (row.length > 1 && row.some(({ type }) => type === 3));
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}
