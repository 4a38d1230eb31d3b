import type { CommandRequest } from '../../src/chat/request.ts';

/** The parameter of a link that opens the digest. */
export const DIGEST = 'digest';

const START = /^([as])_([a-z0-9]{8,10})(?:_(\d{1,4}))?$/;
/** The commands that a link can open, with their input. */
const INPUTS: Readonly<Record<string, RegExp>> = {
  article: /^([a-z0-9]{8,10})$/,
  section: /^([a-z0-9]{8,10}) (\d{1,4})$/,
  save: /^([a-z0-9]{8,10})$/,
};

/** The parameter of a link that opens the answer to a command in the bot's own chat, if a link can. */
export function toStart({ name, input }: Pick<CommandRequest, 'name' | 'input'>): string | undefined {
  if (typeof input !== 'string') return undefined;
  const [, article, section] = INPUTS[name]?.exec(input) ?? [];
  if (article === undefined) return undefined;
  return name === 'save' ? `s_${article}` : startOf(article, section);
}

/** The parameter of a link that opens an article or a section. */
export function startOf(article: string, section?: string | number): string {
  return section === undefined ? `a_${article}` : `a_${article}_${section}`;
}

/** The command that a link opens. https://core.telegram.org/bots/features#deep-linking */
export function parseStart(parameter: string): { name: string; input: string } | undefined {
  if (parameter === DIGEST) return { name: 'digest', input: '' };
  const [, kind, article, section] = START.exec(parameter) ?? [];
  if (article === undefined) return undefined;
  if (kind === 's') return section === undefined ? { name: 'save', input: article } : undefined;
  if (section === undefined) return { name: 'article', input: article };
  return { name: 'section', input: `${article} ${section}` };
}

export function linkTo(username: string, start: string): string {
  return `https://t.me/${username}?start=${start}`;
}

/** The link that adds the bot to a group: https://core.telegram.org/api/links#groupchannel-bot-links */
export function invitationOf(username: string): string {
  return `https://t.me/${username}?startgroup=true`;
}
