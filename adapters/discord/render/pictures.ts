import type {
  APIComponentInContainer,
  APIMediaGalleryComponent,
  APIMessageTopLevelComponent,
  APISectionComponent,
} from 'discord.js';
import { KIND, type Shown, textDisplay } from './components.ts';
import { pictureLink } from './picture.ts';
import type { Message } from './render.ts';

/** What becomes of a picture: its address of now gives another one to show, or undefined for a link in its place. */
type Choose = (url: string) => string | undefined;

/** A message whose picture at an address is shown from the next one that it may be found at, or linked where none is left. */
export function replacePicture(message: Message, url: string): Message {
  const known = [ownOf(message, url), ...(message.fallbacks[ownOf(message, url)] ?? [])];
  const next = known[known.indexOf(url) + 1];
  return changePictures(message, (one) => (one === url ? next : one));
}

/** A message with a link in the place of each picture, and every word of it. */
export function withoutPictures(message: Message): Message {
  return { ...changePictures(message, () => undefined), fallbacks: {} };
}

/** The address that a picture had at first; links lead there. */
function ownOf({ fallbacks }: Message, url: string): string {
  return Object.entries(fallbacks).find(([, others]) => others.includes(url))?.[0] ?? url;
}

function changePictures(message: Message, choose: Choose): Message {
  const linkOf = ({ url, description }: Shown): string => pictureLink({ url: ownOf(message, url), description });
  const components = message.components.map((one): APIMessageTopLevelComponent => {
    if (one.type !== KIND.container) return one;
    return { ...one, components: joinLinks(one.components.flatMap((part) => changePart(part, choose, linkOf))) };
  });
  return { ...message, components };
}

type Changed = APIComponentInContainer | { links: string };

function changePart(part: APIComponentInContainer, choose: Choose, linkOf: (shown: Shown) => string): Changed[] {
  if (part.type === KIND.gallery) return changeGallery(part, choose, linkOf);
  return part.type === KIND.section ? [changeSection(part, choose, linkOf)] : [part];
}

function changeGallery(
  { items, ...rest }: APIMediaGalleryComponent,
  choose: Choose,
  linkOf: (shown: Shown) => string,
): Changed[] {
  const chosen = items.map((item) => ({ item, url: choose(item.media.url) }));
  const kept = chosen.flatMap(({ item, url }) => (url === undefined ? [] : [{ ...item, media: { url } }]));
  const links = chosen
    .filter(({ url }) => url === undefined)
    .map(({ item }) => linkOf({ url: item.media.url, description: item.description ?? '' }));
  return [
    ...(kept.length === 0 ? [] : [{ ...rest, items: kept }]),
    ...(links.length === 0 ? [] : [{ links: links.join('\n') }]),
  ];
}

function changeSection(
  part: APISectionComponent,
  choose: Choose,
  linkOf: (shown: Shown) => string,
): APIComponentInContainer {
  const { accessory, components } = part;
  if (accessory.type !== KIND.thumbnail) return part;
  const url = choose(accessory.media.url);
  if (url !== undefined) return { ...part, accessory: { ...accessory, media: { url } } };
  const link = linkOf({ url: accessory.media.url, description: accessory.description ?? '' });
  return textDisplay([...components.map(({ content }) => content), link].join('\n'));
}

/** Links stand above the text that follows, so that there is no more than one text more. */
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
