import { expect, it } from 'vitest';
import { createDiscord } from '../../adapters/discord/adapter.ts';
import type { PlatformContext } from '../../adapters/shared/platform.ts';
import { createTelegram } from '../../adapters/telegram/adapter.ts';
import { createFakeStateStore } from '../fakes/state-store.ts';
import { createContext } from '../fixtures/context.ts';

const fail = new Error('The state is out of reach.');
const outOfReach = createContext({
  report: () => undefined,
  states: () => createFakeStateStore({ nowMs: 0, fail }),
});
const NOWHERE = 'http://127.0.0.1:9';

it.each([
  ['Telegram', (context: PlatformContext) => createTelegram({ token: '1:a', apiRoot: NOWHERE }, context)],
  ['Discord', (context: PlatformContext) => createDiscord({ token: 'a', api: NOWHERE }, context)],
])('forgetting a chat on %s fails if its state is out of reach', async (_name, create) => {
  const bot = create(outOfReach);
  await expect(bot.forget?.({ platform: bot.platform, chat: '1' })).rejects.toThrow(fail);
});
