import type { CommandSpec, Suggestion } from '../../../src/chat/platform.ts';
import { shorten } from '../../../src/text/shorten.ts';
import { hasKind } from '../errors.ts';
import type { Incoming } from './read-interaction.ts';
import type { Reply } from './reply.ts';

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const MAX_CHOICES = 25;
const MAX_CHARACTERS = 100;

interface SuggestContext {
  commands: readonly CommandSpec[];
  reply: Pick<Reply, 'choices'>;
  report(error: unknown): void;
}

/** Offers choices for the argument that is being typed, unless the user has typed on meanwhile. */
export async function suggest(
  { request, arg, typed, given }: Extract<Incoming, { kind: 'autocomplete' }>,
  { commands, reply, report }: SuggestContext,
): Promise<void> {
  const command = commands.find(({ name }) => name === request.name);
  const spec = command?.args.find(({ name }) => name === arg);
  const isAllowed = command?.adminsOnly !== true || (await request.mayManage?.()) !== false;
  const typing = { typed, given, language: request.language, in: request.in, limit: MAX_CHOICES };
  const suggestions = await Promise.resolve(isAllowed ? spec?.suggest?.(typing) : []).catch((error: unknown) => {
    report(error);
    return [];
  });
  try {
    await reply.choices((suggestions ?? []).flatMap(toChoice).slice(0, MAX_CHOICES));
  } catch (error) {
    if (!hasKind(error, 'expired')) throw error;
  }
}

function toChoice({ value, label }: Suggestion): { name: string; value: string }[] {
  if (value === '' || value.length > MAX_CHARACTERS) return [];
  const name = shorten(label.trim() || value, MAX_CHARACTERS);
  return [{ name: name.length > MAX_CHARACTERS ? shorten(name, MAX_CHARACTERS / 2) : name, value }];
}
