import { FLAG } from './content.ts';
import type { Component, Message, Pings } from './model.ts';
import { walkComponents } from './walk.ts';

/** A message as a person sees it. */
export interface Shown {
  id: string;
  channelId: string;
  /** What there is to read, a line for each text. */
  text: string;
  buttons: { label: string; customId?: string; url?: string; isDisabled: boolean }[];
  menus: { placeholder: string; customId: string; options: { label: string; value: string; description?: string }[] }[];
  pictures: { url: string; alt: string }[];
  /** Whom it notified. */
  pings: Pings;
  flags: number;
  isEphemeral: boolean;
  isEdited: boolean;
  /** "… is thinking". */
  isLoading: boolean;
}

const BUTTON = 2;
const MENU = 3;

export function showMessage(message: Message): Shown {
  const all = walkComponents(message.components).map(({ component }) => component);
  const texts = [message.content, ...all.map(({ content = '' }) => content)];
  return {
    id: message.id,
    channelId: message.channelId,
    text: texts.filter((text) => text !== '').join('\n'),
    buttons: all.filter(({ type }) => type === BUTTON).map(showButton),
    menus: all.filter(({ type }) => type === MENU).map(showMenu),
    pictures: all.flatMap(listPictures),
    pings: message.pings,
    flags: message.flags,
    isEphemeral: message.ephemeralFor !== undefined,
    isEdited: message.editedAt !== undefined,
    isLoading: (message.flags & FLAG.loading) !== 0,
  };
}

function showButton({ label = '', emoji, custom_id, url, disabled = false }: Component): Shown['buttons'][number] {
  return {
    label: [emoji?.name, label].filter(Boolean).join(' '),
    ...(custom_id !== undefined && { customId: custom_id }),
    ...(url !== undefined && { url }),
    isDisabled: disabled,
  };
}

function showMenu({ placeholder = '', custom_id = '', options = [] }: Component): Shown['menus'][number] {
  return { placeholder, customId: custom_id, options };
}

function listPictures({ media, description = '', items = [] }: Component): Shown['pictures'] {
  const own = media ? [{ url: media.url, alt: description }] : [];
  return [...own, ...items.map((item) => ({ url: item.media.url, alt: item.description ?? '' }))];
}
