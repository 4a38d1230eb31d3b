import { describe, expect, it } from 'vitest';
import type { Dispatch } from '../../../src/chat/request.ts';
import { messageView } from '../../../src/view/message-view.ts';
import type { View } from '../../../src/view/view.ts';
import type { DiscordOptions } from '../../emulators/discord/discord.ts';
import type { FaultAction } from '../../emulators/discord/faults.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
const ORIGINAL = 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original';
const FOLLOW_UP = 'POST /webhooks/{webhook_id}/{webhook_token}';
const MESSAGE = 'POST /channels/{channel_id}/messages';
const UNKNOWN_INTERACTION: FaultAction = { kind: 'error', status: 404, code: 10_062, message: 'Unknown interaction' };
const INVALID_TOKEN: FaultAction = { kind: 'error', status: 401, code: 50_027, message: 'Invalid Webhook Token' };
const SECRET = 'The password of the harbour';

/** Several messages, each with the secret. */
const blocks = Array.from({ length: 4 }, (_, at) => ({
  kind: 'text' as const,
  spans: [{ kind: 'plain' as const, text: `${at}. ${SECRET} is kept at the pier. `.repeat(30) }],
}));
const view = (audience: Pick<View, 'for'>): View => ({ blocks, actions: [], ...audience });

/** A guild with the bot and two people. */
async function start(dispatch: Dispatch, options: DiscordOptions = {}) {
  const started = await startDiscordBot({ dispatch, ...options });
  const { discord } = started;
  const [ann, ben] = [discord.addUser(), discord.addUser()];
  const general = discord.addChannel(discord.addGuild({ members: [ann, ben] }));
  const posted = () => discord.calls(MESSAGE).filter(({ body }) => JSON.stringify(body).includes(SECRET)).length;
  const seenBy = (user: typeof ann) => JSON.stringify(discord.messages(general, user));
  return { ...started, ann, ben, general, posted, seenBy };
}

describe('an answer for the user alone, when Discord no longer waits for it', () => {
  const secret: Dispatch = async () => view({ for: 'asker' });

  it('never appears in the channel', async () => {
    const { discord, ann, ben, general, reported, posted, seenBy } = await start(secret);
    discord.fault({ on: CALLBACK, times: 10, action: UNKNOWN_INTERACTION });
    discord.command(ann, general, 'help');
    await discord.waitFor(() => reported.length > 0, 'a report');
    expect(posted()).toBe(0);
    expect(seenBy(ben)).not.toContain(SECRET);
  });

  it('never appears in the channel either if only its follow-ups are too late', async () => {
    const { discord, ann, ben, general, reported, posted, seenBy } = await start(secret);
    discord.fault({ on: FOLLOW_UP, times: 10, action: INVALID_TOKEN });
    discord.command(ann, general, 'help');
    await discord.waitFor(() => reported.length > 0, 'a report');
    expect(posted()).toBe(0);
    expect(seenBy(ann)).toContain(SECRET);
    expect(seenBy(ben)).not.toContain(SECRET);
  });

  it('never appears in the channel if a public button had a private answer', async () => {
    const { discord, ann, ben, general, reported, posted, seenBy } = await start(async ({ name }) =>
      name === 'help'
        ? { ...messageView('Ask me.'), actions: [{ label: 'More', role: 'open', command: '/articles' }] }
        : view({ for: 'asker' }),
    );
    const shown = await discord.answerTo(discord.command(ann, general, 'help'));
    discord.fault({ on: CALLBACK, times: 10, action: UNKNOWN_INTERACTION });
    discord.press(ben, { channelId: general.id, id: shown.id }, 'More');
    await discord.waitFor(() => reported.length > 0, 'a report');
    expect(posted()).toBe(0);
    expect(seenBy(ann)).not.toContain(SECRET);
  });
});

describe('an answer for everyone, when Discord no longer waits for it', () => {
  it('appears in the channel', async () => {
    const { discord, ann, ben, general, posted, seenBy } = await start(async () => view({}));
    discord.fault({ on: CALLBACK, times: 10, action: UNKNOWN_INTERACTION });
    discord.fault({ on: ORIGINAL, times: 10, action: INVALID_TOKEN });
    discord.fault({ on: FOLLOW_UP, times: 10, action: INVALID_TOKEN });
    discord.command(ann, general, 'help');
    await discord.waitFor(() => posted() > 1, 'the answer in the channel');
    expect(seenBy(ben)).toContain(SECRET);
  });
});
