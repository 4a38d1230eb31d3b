import type { Upload } from '../../read-form.ts';
import type { Component, Message, Pings } from '../model.ts';
import { walkComponents } from '../walk.ts';
import { FLAG } from './content.ts';

export interface VisibleMessage {
  id: string;
  channelId: string;
  /** All texts, one per line. */
  text: string;
  buttons: { label: string; customId?: string; url?: string; isDisabled: boolean }[];
  menus: { placeholder: string; customId: string; options: { label: string; value: string; description?: string }[] }[];
  pictures: { url: string; alt: string }[];
  files: readonly Upload[];
  /** Who was notified. */
  pings: Pings;
  flags: number;
  isEphemeral: boolean;
  isEdited: boolean;
  /** "… is thinking". */
  isLoading: boolean;
}

const BUTTON = 2;
const MENU = 3;

export function toVisibleMessage(message: Message): VisibleMessage {
  const all = walkComponents(message.components).map(({ component }) => component);
  const texts = [message.content, ...all.map(({ content = '' }) => content)];
  return {
    id: message.id,
    channelId: message.channelId,
    text: texts.filter((text) => text !== '').join('\n'),
    buttons: all.filter(({ type }) => type === BUTTON).map(toVisibleButton),
    menus: all.filter(({ type }) => type === MENU).map(toVisibleMenu),
    pictures: all.flatMap(picturesOf),
    files: message.files,
    pings: message.pings,
    flags: message.flags,
    isEphemeral: message.ephemeralFor !== undefined,
    isEdited: message.editedAt !== undefined,
    isLoading: (message.flags & FLAG.loading) !== 0,
  };
}

function toVisibleButton({
  label = '',
  emoji,
  custom_id,
  url,
  disabled = false,
}: Component): VisibleMessage['buttons'][number] {
  return {
    label: [emoji?.name, label].filter(Boolean).join(' '),
    ...(custom_id !== undefined && { customId: custom_id }),
    ...(url !== undefined && { url }),
    isDisabled: disabled,
  };
}

function toVisibleMenu({ placeholder = '', custom_id = '', options = [] }: Component): VisibleMessage['menus'][number] {
  return { placeholder, customId: custom_id, options };
}

function picturesOf({ media, description = '', items = [] }: Component): VisibleMessage['pictures'] {
  const own = media ? [{ url: media.url, alt: description }] : [];
  return [...own, ...items.map((item) => ({ url: item.media.url, alt: item.description ?? '' }))];
}
