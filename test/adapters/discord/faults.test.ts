import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
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
    [`a cut connection ${phase}`, { kind: 'reset', phase }] as const,
    [`a delay ${phase}`, { kind: 'delay', ms: 150, phase }] as const,
    [`a broken answer ${phase}`, { kind: 'garbage', phase }] as const,
  ]),
  ['an unknown error code', { kind: 'error', status: 400, code: 987_654, message: 'Something new' }],
  ['a wait', { kind: 'rate', retryAfter: 0.2 }],
  ['a wait for all', { kind: 'rate', retryAfter: 0.2, scope: 'global' }],
  ['an unknown token', { kind: 'error', status: 401, code: 0, message: '401: Unauthorized' }],
];
/** Requests that are never answered, which take as long as the bot's timeout. */
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

/** Shortens all delays. */
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
    /** Expects that the bot still answers, and that no message is shown twice. */
    async expectSound() {
      await discord.answerTo(discord.command(ann, general, 'help'));
      const texts = seen().map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
      expect(discord.failedInteractions()).toEqual([]);
    },
  };
}

describe('an answer to a command', () => {
  it.each([...FAULTS, ...SILENCES])('arrives once or is reported as failed after %s', async (_what, action) => {
    const { discord, ann, general, seen, expectSound } = await start();
    discord.fault({ on: CALLBACK, action });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => seen().length > 0, 'an answer');
    expect(seen()[0]?.text).toMatch(/Newest articles|I couldn’t show that/);
    await expectSound();
  });

  it.each(FAULTS)('arrives once or is reported as failed if it was deferred, after %s', async (_what, action) => {
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

  it('is not edited if its first try had arrived', async () => {
    const { discord, ann, general, seen, expectSound } = await start();
    discord.fault({ on: CALLBACK, action: { kind: 'status', status: 500, phase: 'after' } });
    discord.command(ann, general, 'articles');
    const answered = () => discord.calls(CALLBACK).filter(({ status }) => status !== undefined);
    await discord.waitFor(() => answered().length > 1, 'two tries');
    await expectSound();
    expect(seen()[0]?.text).toContain('Newest articles');
    expect(discord.calls(ORIGINAL)).toEqual([]);
  });

  it.each(FAULTS)('says that a follow-up is missing after %s', async (_what, action) => {
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

  it('says in its first message that a follow-up is missing because of a long wait', async () => {
    const { discord, ann, general, seen, expectSound } = await start(long);
    discord.fault({ on: FOLLOW_UP, action: { kind: 'rate', retryAfter: 60 } });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => seen()[0]?.text.includes(REST), 'an apology');
    expect(seen()[0]?.buttons.map(({ label }) => label)).toEqual(['Try again']);
    expect(seen()).toHaveLength(1);
    await expectSound();
  });

  it.each(phases)(
    'says that a follow-up is missing once Discord works again, after more failures %s',
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

  it('is reported as failed in the channel if its first message cannot be edited', async () => {
    const { discord, ann, general, seen, expectSound } = await start(long, HASTY);
    discord.fault({ on: FOLLOW_UP, action: { kind: 'rate', retryAfter: 60 }, times: 2 });
    discord.fault({ on: ORIGINAL, action: LATE });
    discord.fault({ on: MESSAGE, action: down('after'), times: 5 });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => discord.calls(MESSAGE).length > 5, 'all tries');
    expect(seen().filter(({ text }) => text.includes(REST))).toHaveLength(1);
    await expectSound();
  });

  it('is reported as failed in the channel if Discord accepts nothing in time', async () => {
    const { discord, ann, general, seen } = await start(undefined, HASTY);
    discord.fault({ on: CALLBACK, action: down('before'), times: 5 });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => seen().length > 0, 'an apology');
    expect(seen().map(({ text }) => text.includes(APOLOGY))).toEqual([true]);
  });

  it('is reported as failed in its placeholder if it cannot replace that', async () => {
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

  it.each(FAULTS)('goes to the channel once if it is late, after %s', async (_what, action) => {
    const { discord, ann, general, seen, expectSound } = await start();
    discord.fault({ on: CALLBACK, action: LATE });
    discord.fault({ on: MESSAGE, action });
    discord.command(ann, general, 'articles');
    await discord.waitFor(() => seen().length > 0, 'an answer');
    await expectSound();
  });
});

describe('an answer to a button', () => {
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

  it.each([...FAULTS, ...SILENCES])('arrives once or is reported as failed after %s', async (_what, action) => {
    const { expectSound } = await pressed([[CALLBACK, action]]);
    await expectSound();
  });

  it.each(FAULTS)('edits the message even if it is late, after %s', async (_what, action) => {
    const { expectSound } = await pressed([
      [CALLBACK, LATE],
      [EDIT, action],
    ]);
    await expectSound();
  });
});

describe('an autocomplete', () => {
  it.each(FAULTS)('works again after %s', async (_what, action) => {
    const { discord, ann, general } = await start();
    const type = (text: string) => discord.autocomplete(ann, general, { command: 'article', option: 'article', text });
    discord.fault({ on: CALLBACK, action });
    type('渡');
    await discord.waitFor(() => discord.calls(CALLBACK).length > 0);
    expect((await discord.choicesFor(type('渡轮'))).length).toBeGreaterThan(0);
    await discord.answerTo(discord.command(ann, general, 'help'));
  });
});

describe('a deleted message', () => {
  it('gets a new answer to a button pressed just before', async () => {
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
