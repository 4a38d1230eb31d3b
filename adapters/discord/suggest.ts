import type { CommandSpec, Suggestion } from '../../src/chat/platform.ts';
import { shorten } from '../../src/text/shorten.ts';
import { hasKind } from './errors.ts';
import type { Incoming } from './read-interaction.ts';
import type { Reply } from './reply.ts';

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const MAX_CHOICES = 25;
const MAX_CHARACTERS = 100;

interface SuggestDeps {
  commands: readonly CommandSpec[];
  reply: Reply;
  report(error: unknown): void;
}

/** Offers what could be meant by what is being typed. Who typed on meanwhile does not wait for it any more. */
export async function suggest(
  { request, arg, typed, given }: Extract<Incoming, { kind: 'typing' }>,
  { commands, reply, report }: SuggestDeps,
): Promise<void> {
  const command = commands.find(({ name }) => name === request.name);
  const spec = command?.args.find(({ name }) => name === arg);
  const isOpen = command?.adminsOnly !== true || (await request.mayManage?.()) !== false;
  const typing = { typed, given, language: request.language, in: request.in, limit: MAX_CHOICES };
  const found = await Promise.resolve(isOpen ? spec?.suggest?.(typing) : []).catch((error: unknown) => {
    report(error);
    return [];
  });
  try {
    await reply.choices((found ?? []).flatMap(toChoice).slice(0, MAX_CHOICES));
  } catch (error) {
    if (!hasKind(error, 'stale')) throw error;
  }
}

function toChoice({ value, label }: Suggestion): { name: string; value: string }[] {
  if (value === '' || value.length > MAX_CHARACTERS) return [];
  const name = shorten(label.trim() || value, MAX_CHARACTERS);
  return [{ name: name.length > MAX_CHARACTERS ? shorten(name, MAX_CHARACTERS / 2) : name, value }];
}
