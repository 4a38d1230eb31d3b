import {
  type APIComponentInContainer,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  ComponentType,
} from 'discord.js';
import { textDisplay } from './components.ts';
import { pictureLink } from './picture.ts';
import type { Message } from './render.ts';

interface Replacement {
  /** The new address of the picture at an address; undefined for a link in its place. */
  choose(url: string): string | undefined;
  toLink(url: string, description: string | null | undefined): string;
}

/** A message with the next fallback for the picture at an address, or with a link if none is left. */
export function replacePicture(message: Message, url: string): Message {
  const original = originalOf(message, url);
  const candidates = [original, ...(message.fallbacks[original] ?? [])];
  const next = candidates[candidates.indexOf(url) + 1];
  return changePictures(message, (current) => (current === url ? next : current));
}

/** A message with a link in place of each picture. */
export function withoutPictures(message: Message): Message {
  return { ...changePictures(message, () => undefined), fallbacks: {} };
}

/** The first address of a picture, which its links open. */
function originalOf({ fallbacks }: Message, url: string): string {
  return Object.entries(fallbacks).find(([, urls]) => urls.includes(url))?.[0] ?? url;
}

function changePictures(message: Message, choose: Replacement['choose']): Message {
  const toLink: Replacement['toLink'] = (url, description) =>
    pictureLink({ url: originalOf(message, url), description: description ?? '' });
  const components = message.components.map((component): APIMessageTopLevelComponent => {
    if (component.type !== ComponentType.Container) return component;
    const parts = component.components.flatMap((part) => changePart(part, { choose, toLink }));
    return { ...component, components: joinLinks(parts) };
  });
  return { ...message, components };
}

type Changed = APIComponentInContainer | { links: string };

function changePart(part: APIComponentInContainer, replacement: Replacement): Changed[] {
  if (part.type === ComponentType.MediaGallery) return changeGallery(part, replacement);
  return part.type === ComponentType.Section ? [changeSection(part, replacement)] : [part];
}

function changeGallery({ items, ...rest }: APIMediaGalleryComponent, { choose, toLink }: Replacement): Changed[] {
  const chosen = items.map((item) => ({ item, url: choose(item.media.url) }));
  const displayed = chosen.flatMap(({ item, url }) => (url === undefined ? [] : [{ ...item, media: { url } }]));
  const links = chosen
    .filter(({ url }) => url === undefined)
    .map(({ item }) => toLink(item.media.url, item.description));
  return [
    ...(displayed.length === 0 ? [] : [{ ...rest, items: displayed }]),
    ...(links.length === 0 ? [] : [{ links: links.join('\n') }]),
  ];
}

function changeSection(part: APISectionComponent, { choose, toLink }: Replacement): APIComponentInContainer {
  const { accessory, components } = part;
  if (accessory.type !== ComponentType.Thumbnail) return part;
  const url = choose(accessory.media.url);
  if (url !== undefined) return { ...part, accessory: { ...accessory, media: { url } } };
  const link = toLink(accessory.media.url, accessory.description);
  return textDisplay([...components.map(({ content }) => content), link].join('\n'));
}

/** Joins links with the text below them, so that at most one text is added. */
function joinLinks(parts: readonly Changed[]): APIComponentInContainer[] {
  const joined: APIComponentInContainer[] = [];
  let links: string | undefined;
  for (const part of parts) {
    if ('links' in part) joined.push(textDisplay(part.links));
    else if (links !== undefined && part.type === ComponentType.TextDisplay) {
      joined.splice(-1, 1, { ...part, content: `${links}\n${part.content}` });
    } else joined.push(part);
    links = 'links' in part ? part.links : undefined;
  }
  return joined;
}
