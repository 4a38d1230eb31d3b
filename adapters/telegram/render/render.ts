import type { Translate } from '../../../src/locales/messages.ts';
import { run } from '../../../src/messaging/rich-text/rich-text.ts';
import { toEvenGroups } from '../../../src/view/even-groups.ts';
import type { Block, Picture, TextFile, View } from '../../../src/view/view.ts';
import { captionRuns, toParagraphs } from './blocks.ts';
import { foldLong } from './fold-long.ts';
import { toHtml } from './html.ts';
import { type Button, packRows, toKeyboard } from './keyboard.ts';
import { nameZone } from './name-zone.ts';
import { pack } from './pack.ts';
import { type Paragraph, paragraph } from './paragraph.ts';
import { withShare } from './share.ts';

/** One message as it is sent. Texts and captions are HTML; a file has none; `preview` is the address of a large picture above a text. */
export type Message =
  | TextMessage
  | { kind: 'photo'; picture: Picture; html: string }
  | { kind: 'album'; pictures: readonly Picture[]; html: string }
  | { kind: 'document'; file: TextFile; html: '' };

export interface TextMessage {
  kind: 'text';
  html: string;
  preview: string | null;
  buttons: readonly (readonly Button[])[];
}

/** https://core.telegram.org/bots/api#sendmediagroup and #sendphoto */
const MAX_ALBUM = 10;
const MAX_CAPTION = 1024;

/**
 * A view as Telegram's messages: its text with the buttons below the last of them, then its galleries and its file. A view of
 * pictures alone ends with its buttons. No word and no address is lost: what cannot be a link or a button becomes text.
 */
export function render(view: View, t: Translate): Message[] {
  const { rows, asText } = toKeyboard({ ...view, actions: withShare(view, t) });
  const paragraphs = [...tightenHeads(nameZone(view.blocks, t), t), ...asText];
  const folded = view.about?.section === undefined ? paragraphs : foldLong(paragraphs);
  const texts = pack(folded).map(toText);
  const galleries = view.blocks.flatMap((block) => (block.kind === 'gallery' ? albumsOf(block.pictures, t) : []));
  const files: Message[] = view.file === undefined ? [] : [{ kind: 'document', file: view.file, html: '' }];
  const shown = withButtons(texts, rows);
  return [...(isOnlyPictures(view) ? [...galleries, ...shown] : [...shown, ...galleries]), ...files];
}

/** Whether a view has pictures and only their title. */
function isOnlyPictures({ blocks }: View): boolean {
  const isTitle = (block: Block) => block.kind === 'heading' || (block.kind === 'text' && block.subtle === true);
  return blocks.every((block) => block.kind === 'gallery' || isTitle(block));
}

/** No blank line separates a heading from the subtle line below it. */
function tightenHeads(blocks: readonly Block[], t: Translate): Paragraph[] {
  return blocks.flatMap((block, at) => {
    const [first, ...rest] = toParagraphs(block, t);
    if (first === undefined) return [];
    const isBelowHeading = blocks[at - 1]?.kind === 'heading' && block.kind === 'text' && block.subtle === true;
    return [{ ...first, tight: first.tight || isBelowHeading }, ...rest];
  });
}

function toText(paragraphs: readonly Paragraph[]): TextMessage {
  const preview = paragraphs.find(({ picture }) => picture !== undefined)?.picture ?? null;
  return { kind: 'text', html: toHtml(paragraphs), preview, buttons: [] };
}

/** Adds the buttons to the last text, and further messages for those that do not fit. */
function withButtons(texts: readonly TextMessage[], rows: readonly (readonly Button[])[]): TextMessage[] {
  if (rows.length === 0) return [...texts];
  const [first = [], ...rest] = packRows(rows);
  const empty = toText([paragraph([run('…')])]);
  const last = texts.at(-1) ?? empty;
  return [...texts.slice(0, -1), { ...last, buttons: first }, ...rest.map((buttons) => ({ ...empty, buttons }))];
}

/** Pictures in even albums of two to ten, their captions by number in one text. */
function albumsOf(pictures: readonly Picture[], t: Translate): Message[] {
  if (pictures.length < 2) return [];
  const albums = toEvenGroups(pictures, MAX_ALBUM);
  const size = albums[0]?.length ?? 0;
  return albums.flatMap((album, at) => renderAlbum(album, at * size + 1, t));
}

/** An album, and the rest of its captions as texts. */
function renderAlbum(pictures: readonly Picture[], firstNumber: number, t: Translate): Message[] {
  const lines = pictures.map((picture, at) =>
    paragraph([run(`${firstNumber + at}. `), ...captionRuns(picture, t)], { tight: at > 0 }),
  );
  const [caption = [], ...rest] = pack(lines, MAX_CAPTION);
  const html = toHtml(caption);
  const [picture, ...others] = pictures;
  const isPhoto = picture !== undefined && others.length === 0;
  const album: Message = isPhoto ? { kind: 'photo', picture, html } : { kind: 'album', pictures, html };
  return [album, ...pack(rest.flat()).map(toText)];
}
