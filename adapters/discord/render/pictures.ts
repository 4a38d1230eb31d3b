import type {
  APIComponentInContainer,
  APIMediaGalleryComponent,
  APIMessageTopLevelComponent,
  APISectionComponent,
} from 'discord.js';
import { KIND, type Media, textDisplay } from './components.ts';
import { pictureLink } from './picture.ts';
import type { Message } from './render.ts';

/** How to replace a picture. */
interface Replacement {
  /** The new address by the present one; undefined for a link in its place. */
  choose(url: string): string | undefined;
  linkOf(picture: Media): string;
}

/** A message with the next fallback for the picture at an address, or with a link where none is left. */
export function replacePicture(message: Message, url: string): Message {
  const original = originalOf(message, url);
  const candidates = [original, ...(message.fallbacks[original] ?? [])];
  const next = candidates[candidates.indexOf(url) + 1];
  return changePictures(message, (current) => (current === url ? next : current));
}

/** A message with a link in the place of each picture. */
export function withoutPictures(message: Message): Message {
  return { ...changePictures(message, () => undefined), fallbacks: {} };
}

/** The first address of a picture, which its links open. */
function originalOf({ fallbacks }: Message, url: string): string {
  return Object.entries(fallbacks).find(([, urls]) => urls.includes(url))?.[0] ?? url;
}

function changePictures(message: Message, choose: Replacement['choose']): Message {
  const linkOf = ({ url, description }: Media): string => pictureLink({ url: originalOf(message, url), description });
  const components = message.components.map((component): APIMessageTopLevelComponent => {
    if (component.type !== KIND.container) return component;
    const parts = component.components.flatMap((part) => changePart(part, { choose, linkOf }));
    return { ...component, components: joinLinks(parts) };
  });
  return { ...message, components };
}

type Changed = APIComponentInContainer | { links: string };

function changePart(part: APIComponentInContainer, replacement: Replacement): Changed[] {
  if (part.type === KIND.gallery) return changeGallery(part, replacement);
  return part.type === KIND.section ? [changeSection(part, replacement)] : [part];
}

function changeGallery({ items, ...rest }: APIMediaGalleryComponent, { choose, linkOf }: Replacement): Changed[] {
  const chosen = items.map((item) => ({ item, url: choose(item.media.url) }));
  const displayed = chosen.flatMap(({ item, url }) => (url === undefined ? [] : [{ ...item, media: { url } }]));
  const links = chosen
    .filter(({ url }) => url === undefined)
    .map(({ item }) => linkOf({ url: item.media.url, description: item.description ?? '' }));
  return [
    ...(displayed.length === 0 ? [] : [{ ...rest, items: displayed }]),
    ...(links.length === 0 ? [] : [{ links: links.join('\n') }]),
  ];
}

function changeSection(part: APISectionComponent, { choose, linkOf }: Replacement): APIComponentInContainer {
  const { accessory, components } = part;
  if (accessory.type !== KIND.thumbnail) return part;
  const url = choose(accessory.media.url);
  if (url !== undefined) return { ...part, accessory: { ...accessory, media: { url } } };
  const link = linkOf({ url: accessory.media.url, description: accessory.description ?? '' });
  return textDisplay([...components.map(({ content }) => content), link].join('\n'));
}

/** Joins links with the text below them, so that at most one text is added. */
function joinLinks(parts: readonly Changed[]): APIComponentInContainer[] {
  const joined: APIComponentInContainer[] = [];
  let links: string | undefined;
  const end = (): void => {
    if (links !== undefined) joined.push(textDisplay(links));
    links = undefined;
  };
  for (const part of parts) {
    if ('links' in part) {
      end();
      links = part.links;
    } else if (links !== undefined && part.type === KIND.text) {
      joined.push({ ...part, content: `${links}\n${part.content}` });
      links = undefined;
    } else {
      end();
      joined.push(part);
    }
  }
  end();
  return joined;
}
