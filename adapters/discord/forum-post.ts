import { shorten } from '../../src/text/shorten.ts';
import type { Block, View } from '../../src/view/view.ts';

/** A forum as Discord describes it: https://discord.com/developers/docs/resources/channel#channel-object */
export interface Forum {
  id: string;
  guild_id?: string;
  flags?: number;
  available_tags?: readonly { id: string; name: string; moderated: boolean }[];
}

const MAX_TITLE = 100;
const MAX_TAGS = 5;
const REQUIRE_TAG = 1 << 4;
const MIN_NAME = 2;

/** What a post is called: the view's first heading, else how it begins. */
export function titleOf({ blocks }: Pick<View, 'blocks'>): string {
  const heading = blocks.find(({ kind }) => kind === 'heading') ?? blocks.find((block) => 'spans' in block);
  const title = shorten(heading === undefined ? '' : wordsOf(heading), MAX_TITLE);
  return title === '' ? '…' : title.slice(0, MAX_TITLE);
}

/** The forum's tags whose names stand in the view; where the forum demands one and none does, its first. */
export function chooseTags(
  { available_tags: tags = [], flags = 0 }: Forum,
  { blocks }: Pick<View, 'blocks'>,
): string[] {
  const said = blocks.map(wordsOf).join('\n').toLowerCase();
  const open = tags.filter(({ moderated }) => !moderated);
  const fitting = open.filter(({ name }) => name.length >= MIN_NAME && said.includes(name.toLowerCase()));
  const demanded = (flags & REQUIRE_TAG) !== 0 ? open.slice(0, 1) : [];
  return (fitting.length > 0 ? fitting.slice(0, MAX_TAGS) : demanded).map(({ id }) => id);
}

function wordsOf(block: Block): string {
  return 'spans' in block ? block.spans.map(({ text }) => text).join('') : '';
}
