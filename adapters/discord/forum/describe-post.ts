import { ChannelFlags } from 'discord.js';
import { shorten } from '../../../src/text/shorten.ts';
import type { Block, View } from '../../../src/view/view.ts';
import { timeOfSnowflake } from '../send/snowflakes.ts';

/** https://discord.com/developers/docs/resources/channel#channel-object */
export interface Forum {
  id: string;
  guild_id?: string;
  flags?: number;
  available_tags?: readonly { id: string; name: string; moderated: boolean }[];
}

const MAX_TITLE = 100;
const MAX_TAGS = 5;
const MIN_TAG_NAME = 2;

/**
 * The titles of a view's post, best first: its first heading, otherwise the start of its text; for a server that does not
 * allow the words of it, the date of an id.
 */
export function titlesOf(view: View, id: string): [string, string] {
  return [titleOf(view), new Date(timeOfSnowflake(id)).toISOString().slice(0, 'yyyy-mm-dd'.length)];
}

function titleOf({ blocks }: View): string {
  const heading = blocks.find(({ kind }) => kind === 'heading') ?? blocks.find((block) => 'spans' in block);
  const title = shorten(heading === undefined ? '' : textOf(heading), MAX_TITLE);
  return title === '' ? '…' : title.slice(0, MAX_TITLE);
}

/** The forum's tags whose names are in the view; if there are none but the forum requires one, its first. */
export function chooseTags({ available_tags: tags = [], flags = 0 }: Forum, { blocks }: View): string[] {
  const text = blocks.map(textOf).join('\n').toLowerCase();
  const open = tags.filter(({ moderated }) => !moderated);
  const matching = open.filter(({ name }) => name.length >= MIN_TAG_NAME && text.includes(name.toLowerCase()));
  // Only a moderator may use a moderated tag, which the bot may be.
  const required = (flags & ChannelFlags.RequireTag) !== 0 ? [...open, ...tags].slice(0, 1) : [];
  return (matching.length > 0 ? matching.slice(0, MAX_TAGS) : required).map(({ id }) => id);
}

function textOf(block: Block): string {
  return 'spans' in block ? block.spans.map(({ text }) => text).join('') : '';
}
