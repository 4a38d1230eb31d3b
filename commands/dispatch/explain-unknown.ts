import { fitButtonCommand } from '../../src/chat/button-command.ts';
import type { Command } from '../../src/chat/command.ts';
import { didYouMean } from '../../src/chat/did-you-mean.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import type { CommandRequest } from '../../src/chat/request.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { localName } from '../../src/locales/local-name.ts';
import { messageView } from '../../src/view/message-view.ts';
import type { Action, View } from '../../src/view/view.ts';

const HAN = /\p{Script=Han}/u;

interface UnknownContext extends PlatformLimits {
  commands: readonly Command[];
  audience: Audience;
}

/** The command that was probably meant. Text without a slash that starts like a Chinese name is a search: `文章标题`. */
export function nearCommand(
  commands: readonly Command[],
  { name, words, language }: CommandRequest,
): string | undefined {
  const known = commands.filter(({ hidden }) => hidden !== true).map((command) => command.name);
  const local = words === undefined ? known.flatMap((one) => localName('command', one, language) ?? []) : [];
  return didYouMean(name.toLowerCase(), [...local, ...known]);
}

/** Answers an unknown command, which may be a typing error or a search. */
export function explainUnknown(
  request: CommandRequest,
  { commands, maxButtonBytes, audience: { t } }: UnknownContext,
): View {
  const fit = (command: string) => fitButtonCommand(command, maxButtonBytes);
  const { name, input } = request;
  const typed = typeof input === 'string' ? input.trim() : '';
  const help = { label: t('button.help'), role: 'open', command: '/help' } as const;
  const near = nearCommand(commands, request);
  const words = request.words ?? `${name} ${typed}`.trim();
  const rest = near === undefined ? typed : `${joinedTo(near, name)} ${typed}`.trim();
  const search = near !== undefined && request.words === undefined ? undefined : fit(`/search ${words}`);
  const again = near === undefined ? undefined : (fit(`/${near} ${rest}`.trim()) ?? `/${near}`);
  const actions: Action[] = [
    ...(again === undefined ? [] : [{ label: again, role: 'contents', command: again } as const]),
    ...(search === undefined
      ? []
      : [{ label: t('button.search', { words }), role: 'contents', command: search } as const]),
    help,
  ];
  const notice =
    near === undefined ? t('wrong.command', { command: name }) : t('wrong.commandNear', { command: name, near });
  return messageView(notice, { actions });
}

/** Text directly after a Chinese name, without a space, as is usual: `/订阅台湾`. */
function joinedTo(near: string, name: string): string {
  return HAN.test(near) && name.startsWith(near) ? name.slice(near.length) : '';
}
