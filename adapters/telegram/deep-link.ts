import type { CommandRequest } from '../../src/chat/request.ts';

type Typed = Pick<CommandRequest, 'name'> & { input: string };

/** The parameter of a link that opens the digest. */
export const DIGEST = 'digest';

const START = /^a_([a-z0-9]{8,10})(?:_(\d{1,4}))?$/;
/** The commands that have one, and what they are given. */
const INPUTS: Readonly<Record<string, RegExp>> = {
  article: /^([a-z0-9]{8,10})$/,
  section: /^([a-z0-9]{8,10}) (\d{1,4})$/,
};

/** The parameter of a link that opens the bot's own chat with what a command shows; undefined for commands without one. */
export function toStart({ name, input }: Pick<CommandRequest, 'name' | 'input'>): string | undefined {
  if (typeof input !== 'string') return undefined;
  const [, article, section] = INPUTS[name]?.exec(input) ?? [];
  if (article === undefined) return undefined;
  return section === undefined ? `a_${article}` : `a_${article}_${section}`;
}

/** What a link to the bot asks for; undefined where its parameter says nothing. https://core.telegram.org/bots/features#deep-linking */
export function parseStart(parameter: string): Typed | undefined {
  if (parameter === DIGEST) return { name: 'digest', input: '' };
  const [, article, section] = START.exec(parameter) ?? [];
  if (article === undefined) return undefined;
  return section === undefined
    ? { name: 'article', input: article }
    : { name: 'section', input: `${article} ${section}` };
}

/** The link itself. */
export function linkTo(username: string, start: string): string {
  return `https://t.me/${username}?start=${start}`;
}
