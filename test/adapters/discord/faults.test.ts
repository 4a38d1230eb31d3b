import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../adapters/system-clock.ts';
import type { Dispatch } from '../../../src/chat/request.ts';
import type { Clock } from '../../../src/clock.ts';
import { messageView } from '../../../src/view/message-view.ts';
import type { FaultAction } from '../../emulators/discord/faults.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
const ORIGINAL = 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original';
const FOLLOW_UP = 'POST /webhooks/{webhook_id}/{webhook_token}';
const MESSAGE = 'POST /channels/{channel_id}/messages';
const EDIT = 'PATCH /channels/{channel_id}/messages/{message_id}';
const LATE: FaultAction = { kind: 'error', status: 404, code: 10_062, message: 'Unknown interaction' };

const phases = ['before', 'after'] as const;
const FAULTS: readonly (readonly [string, FaultAction])[] = [
  ...phases.flatMap((phase) => [
    [`502 ${phase}`, { kind: 'status', status: 502, phase }] as const,
    [`a cut line ${phase}`, { kind: 'reset', phase }] as const,
    [`a delay ${phase}`, { kind: 'delay', ms: 150, phase }] as const,
    [`a broken answer ${phase}`, { kind: 'garbage', phase }] as const,
  ]),
  ['a refusal that is new', { kind: 'error', status: 400, code: 987_654, message: 'Something new' }],
  ['a wait', { kind: 'rate', retryAfter: 0.2 }],
  ['a wait for all', { kind: 'rate', retryAfter: 0.2, scope: 'global' }],
  ['a token that is not known', { kind: 'error', status: 401, code: 0, message: '401: Unauthorized' }],
];
/** Those that leave no answer at all take as long as the bot waits. */
const SILENCES: readonly (readonly [string, FaultAction])[] = phases.map((phase) => [
  `no answer ${phase}`,
  { kind: 'hang', phase },
]);

const APOLOGY = 'I couldn’t show that';
const REST = 'Discord may not have accepted all of this';
const down = (phase: 'before' | 'after'): FaultAction => ({ kind: 'status', status: 502, phase });

/** Long enough to be three messages. */
const long: Dispatch = async ({ name }) => {
  const paragraph = (n: number) => `${n}: The ferry waits at the pier until the fog lifts. `.repeat(30);
  const blocks = Array.from({ length: name === 'articles' ? 6 : 1 }, (_, n) => ({
    kind: 'text' as const,
    spans: [{ kind: 'plain' as const, text: paragraph(n) }],
  }));
  return name === 'help' ? messageView('Ask me for articles.') : { blocks, actions: [] };
};

/** Waits no longer than it has to for what takes a while. */
const HASTY: Clock = { ...systemClock, after: (delayMs, call) => systemClock.after(delayMs / 15, call) };

async function start(dispatch?: Dispatch, clock?: Clock) {
  const all = await startDiscordBot({ ...(dispatch && { dispatch }), ...(clock && { clock }) });
  const { discord } = all;
  const ann = discord.addUser();
  const general = discord.addChannel(discord.addGuild({ members: [ann] }));
  const seen = () => discord.messages(general, ann).filter(({ isLoading }) => !isLoading);
  return {
    ...all,
    ann,
    general,
    seen,
    /** The bot goes on, and nothing stands there twice. */
    async expectSound() {
      await discord.answerTo(discord.command(ann, general, 'help'));
      const texts = seen().map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
      expect(discord.failedInteractions()).toEqual([]);
    },
  };
}

describe('an answer to a command', () => {
  it.each([...FAULTS, ...SILENCES])('comes once or is excused after %s', async (_what, action) => {
    const { discord, ann, general, seen, expectSound } = await start();
    discord.fault({ on: CALLBACK, action });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => seen().length > 0, 'an answer');
    expect(seen()[0]?.text).toMatch(/Newest articles|I couldn’t show that/);
    await expectSound();
  });

  it.each(FAULTS)('comes once or is excused where it took a while, after %s', async (_what, action) => {
    const held = Promise.withResolvers<void>();
    const slow: Dispatch = async ({ name }) => {
      if (name === 'articles') await held.promise;
      return messageView(`Here is ${name}.`);
    };
    const { discord, ann, general, seen, expectSound } = await start(slow, HASTY);
    discord.fault({ on: ORIGINAL, action });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => discord.messages(general, ann).some(({ isLoading }) => isLoading), 'a deferral');
    held.resolve();
    await discord.waitFor(() => discord.calls(ORIGINAL).some(({ status }) => status !== undefined), 'the edit');
    await discord.waitFor(() => seen().length > 0, 'an answer');
    await expectSound();
  });

  it('whose first try was taken unheard is left as it is', async () => {
    const { discord, ann, general, seen, expectSound } = await start();
    discord.fault({ on: CALLBACK, action: { kind: 'status', status: 500, phase: 'after' } });
    discord.command(ann, general, 'articles');
    const answered = () => discord.calls(CALLBACK).filter(({ status }) => status !== undefined);
    await discord.waitFor(() => answered().length > 1, 'two tries');
    await expectSound();
    expect(seen()[0]?.text).toContain('Newest articles');
    expect(discord.calls(ORIGINAL)).toEqual([]);
  });

  it.each(FAULTS)('of several messages says so where one of them is lost, after %s', async (_what, action) => {
    const { discord, ann, general, seen, expectSound } = await start(long);
    discord.fault({ on: FOLLOW_UP, action });
    discord.command(ann, general, 'articles');
    const isDone = () => {
      const texts = seen().map(({ text }) => text);
      return texts.some((text) => text.includes(REST)) || texts.join('\n').includes('5: The ferry waits');
    };
    await discord.waitFor(isDone, 'all of it or an apology');
    await expectSound();
  });

  it('of several messages says below the first that one is lost where the next has to wait for long', async () => {
    const { discord, ann, general, seen, expectSound } = await start(long);
    discord.fault({ on: FOLLOW_UP, action: { kind: 'rate', retryAfter: 60 } });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => seen()[0]?.text.includes(REST), 'an apology');
    expect(seen()[0]?.buttons.map(({ label }) => label)).toEqual(['Try again']);
    expect(seen()).toHaveLength(1);
    await expectSound();
  });

  it.each(phases)(
    'of several messages is excused once Discord is well again, after more failures %s',
    async (phase) => {
      const { discord, ann, general, seen, expectSound } = await start(long, HASTY);
      discord.fault({ on: FOLLOW_UP, action: down('before') });
      discord.fault({ on: ORIGINAL, action: down(phase), times: 5 });
      discord.command(ann, general, 'articles');
      await discord.waitFor(
        () => discord.calls(ORIGINAL).some(({ status }) => status === 200),
        'an end of the failures',
      );
      expect(seen().map(({ text }) => text.includes(REST))).toEqual([true]);
      await expectSound();
    },
  );

  it('is excused in the channel where its first message could not be changed', async () => {
    const { discord, ann, general, seen, expectSound } = await start(long, HASTY);
    discord.fault({ on: FOLLOW_UP, action: { kind: 'rate', retryAfter: 60 }, times: 2 });
    discord.fault({ on: ORIGINAL, action: LATE });
    discord.fault({ on: MESSAGE, action: down('after'), times: 5 });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => discord.calls(MESSAGE).length > 5, 'all tries');
    expect(seen().filter(({ text }) => text.includes(REST))).toHaveLength(1);
    await expectSound();
  });

  it('of which Discord took nothing for all of its time is excused in the channel', async () => {
    const { discord, ann, general, seen } = await start(undefined, HASTY);
    discord.fault({ on: CALLBACK, action: down('before'), times: 5 });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => seen().length > 0, 'an apology');
    expect(seen().map(({ text }) => text.includes(APOLOGY))).toEqual([true]);
  });

  it('that could not take the place of the wait for it is excused there', async () => {
    const held = Promise.withResolvers<void>();
    const slow: Dispatch = async () => {
      await held.promise;
      return messageView('Here it is.');
    };
    const { discord, ann, general, seen } = await start(slow, HASTY);
    discord.fault({ on: ORIGINAL, action: down('before'), times: 9 });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => discord.messages(general, ann).some(({ isLoading }) => isLoading), 'a deferral');
    held.resolve();
    await discord.waitFor(() => seen().length > 0, 'an apology');
    expect(seen().map(({ text }) => text.includes(APOLOGY))).toEqual([true]);
    expect(discord.calls(FOLLOW_UP)).toEqual([]);
  });

  it.each(FAULTS)('that comes too late is said in the channel, once, after %s', async (_what, action) => {
    const { discord, ann, general, seen, expectSound } = await start();
    discord.fault({ on: CALLBACK, action: LATE });
    discord.fault({ on: MESSAGE, action });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => seen().length > 0, 'an answer');
    await expectSound();
  });
});

describe('an answer to a press', () => {
  async function pressed(faults: readonly (readonly [string, FaultAction])[]) {
    const all = await start();
    const { discord, ann, general, seen } = all;
    const line = { command: 'article', values: { article: 'strait001' } };
    const card = await discord.answerTo(discord.command(ann, general, line));
    for (const [on, action] of faults) discord.fault({ on, action });
    discord.press(ann, card, card.buttons[0]?.label ?? '');
    const changed = () => discord.messages(general)[0]?.text !== card.text || seen().length > 1;
    await discord.waitFor(changed, 'the section or an apology');
    return all;
  }

  it.each([...FAULTS, ...SILENCES])('comes once or is excused after %s', async (_what, action) => {
    const { expectSound } = await pressed([[CALLBACK, action]]);
    await expectSound();
  });

  it.each(FAULTS)('that comes too late changes the message all the same, after %s', async (_what, action) => {
    const { expectSound } = await pressed([
      [CALLBACK, LATE],
      [EDIT, action],
    ]);
    await expectSound();
  });
});

describe('what is offered while somebody types', () => {
  it.each(FAULTS)('comes or does not, and the bot goes on, after %s', async (_what, action) => {
    const { discord, ann, general } = await start();
    const type = (text: string) => discord.autocomplete(ann, general, { command: 'article', option: 'article', text });
    discord.fault({ on: CALLBACK, action });
    type('渡');
    await discord.waitFor(() => discord.calls(CALLBACK).length > 0);
    expect((await discord.choicesFor(type('渡轮'))).length).toBeGreaterThan(0);
    await discord.answerTo(discord.command(ann, general, 'help'));
  });
});

describe('a message that was deleted', () => {
  it('is answered anew where it was pressed just before', async () => {
    const { discord, ann, general, expectSound } = await start();
    const line = { command: 'article', values: { article: 'strait001' } };
    const card = await discord.answerTo(discord.command(ann, general, line));
    discord.fault({ on: CALLBACK, action: { kind: 'delay', ms: 100 } });
    const asked = discord.press(ann, card, card.buttons[0]?.label ?? '');
    discord.deleteMessage({ channelId: general.id, id: card.id });
    await discord.waitFor(() => asked.callback !== undefined);
    await expectSound();
  });
});
