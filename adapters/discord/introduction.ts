import { ChannelType } from 'discord.js';
import type { Dispatch } from '../../src/chat/request.ts';
import { chooseLanguage } from '../../src/locales/languages.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { type CommandIds, mentionCommands } from './command-mentions.ts';
import type { ApiContext } from './context.ts';
import { DiscordFailure } from './errors.ts';
import type { Outbox } from './outbox.ts';
import { render } from './render/render.ts';

/** The fields that are read of a server as the gateway describes it. Discord may leave out any of them. */
export interface GatewayServer {
  id: string;
  /** When the bot joined, ISO 8601. */
  joined_at?: string;
  preferred_locale?: string;
  system_channel_id?: string | null;
  channels?: readonly { id: string; type: ChannelType; position?: number }[];
}

interface IntroductionContext extends ApiContext {
  outbox: Outbox;
  dispatch: Dispatch;
  commandIds: CommandIds;
}

/** The gateway describes each server anew at each start: only one that was joined so recently is new. */
const NEW_MS = 10 * 60_000;
const REMEMBER_MS = 60 * 60_000;
/** The bot may not write in every channel. */
const MAX_CHANNELS = 3;

/** Introduces the bot in a server that it has just joined: where the server welcomes people, else in its first channel. */
export async function introduce(server: GatewayServer, context: IntroductionContext): Promise<void> {
  const { dispatch, outbox, state, clock } = context;
  const joinedMs = Date.parse(server.joined_at ?? '');
  if (!(Math.abs(clock.nowMs() - joinedMs) < NEW_MS)) return;
  const key = `introduced:${server.id}`;
  if ((await state.get<boolean>(key)) === true) return;
  // Stored first: a second introduction would be worse than none.
  await state.set(key, true, REMEMBER_MS);
  const language = chooseLanguage(server.preferred_locale);
  const t = createTranslator(language);
  for (const chat of channelsOf(server)) {
    const to = { platform: 'discord', chat, server: server.id };
    const view = await dispatch({ name: 'start', input: {}, language, in: to, by: '' });
    try {
      for (const message of render(mentionCommands(view, context.commandIds), t))
        await outbox.send(message, { to, priority: 'answer' });
      return;
    } catch (error) {
      if (!(error instanceof DiscordFailure && (error.reason === 'forbidden' || error.reason === 'gone'))) throw error;
    }
  }
}

function channelsOf({ system_channel_id: welcome, channels = [] }: GatewayServer): string[] {
  const texts = channels
    .filter(({ type }) => type === ChannelType.GuildText)
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
    .map(({ id }) => id);
  return [...new Set([...(typeof welcome === 'string' ? [welcome] : []), ...texts])].slice(0, MAX_CHANNELS);
}
