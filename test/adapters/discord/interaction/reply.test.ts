import { describe, expect, it } from 'vitest';
import type { ApiRequest } from '../../../../adapters/discord/client.ts';
import { DiscordFailure, type FailureKind } from '../../../../adapters/discord/errors.ts';
import { createReply } from '../../../../adapters/discord/interaction/reply.ts';
import type { Message } from '../../../../adapters/discord/render/render.ts';
import { systemClock } from '../../../../adapters/shared/system-clock.ts';
import { createFakeDiscord } from '../../../fakes/discord-client.ts';

const CALLBACK = '/interactions/1/token/callback';
const ORIGINAL = '/webhooks/2/token/messages/@original';
const FOLLOW_UP = '/webhooks/2/token';
const message: Message = { components: [{ type: 10, content: 'At last.' }], fallbacks: {} };

const refused = (kind: FailureKind) => new DiscordFailure({ reason: 'refused', kind });
const unclear = new DiscordFailure({ reason: 'busy', kind: 'unclear' });

/** A reply whose requests have these outcomes in order; all later ones succeed. */
function start(outcomes: readonly (DiscordFailure | undefined)[] = [], { monotonicMs = 0 } = {}) {
  const left = [...outcomes];
  const { client, asked } = createFakeDiscord(() => {
    const failure = left.shift();
    if (failure !== undefined) throw failure;
  });
  const interaction = { id: '1', token: 'token', application: '2', receivedAtMs: 0 };
  const reply = createReply(interaction, { client, clock: { ...systemClock, monotonicMs: () => monotonicMs } });
  return { reply, said: () => asked.map(say) };
}

/** A request in short: the type of its response, or its route. */
function say({ method, route, body, byToken }: ApiRequest): string {
  const { type, data, flags = data?.flags ?? 0 } = body as { type?: number; flags?: number; data?: { flags?: number } };
  const ephemeral = (flags & (1 << 6)) === 0 ? '' : ' ephemeral';
  const what = route === CALLBACK ? `answer ${type}` : `${method} ${route}`;
  return `${what}${ephemeral}${byToken === true ? '' : ' with the token'}`;
}

describe('the reply to an interaction', () => {
  it('is a message, then follow-ups', async () => {
    const { reply, said } = start();
    await reply.sendFirst(message, { ephemeral: true });
    await reply.sendFollowUp(message, { ephemeral: true });
    expect(said()).toEqual(['answer 4 ephemeral', `POST ${FOLLOW_UP} ephemeral`]);
    expect(reply.isAcknowledged()).toBe(true);
  });

  it('replaces the message of the button', async () => {
    const { reply, said } = start();
    await reply.sendFirst(message, { inPlace: true });
    expect(said()).toEqual(['answer 7']);
  });

  it('replaces the deferral', async () => {
    const { reply, said } = start();
    await reply.defer({ ephemeral: true });
    await reply.sendFirst(message, { ephemeral: true });
    expect(said()).toEqual(['answer 5 ephemeral', `PATCH ${ORIGINAL}`]);
    const pressed = start();
    await pressed.reply.defer({ inPlace: true });
    await pressed.reply.sendFirst(message, { inPlace: true });
    expect(pressed.said()).toEqual(['answer 6', `PATCH ${ORIGINAL}`]);
  });

  it('is a follow-up if it was deferred in place but has a message of its own', async () => {
    const { reply, said } = start();
    await reply.defer({ inPlace: true });
    await reply.sendFirst(message, { ephemeral: true });
    expect(said()).toEqual(['answer 6', `POST ${FOLLOW_UP} ephemeral`]);
  });

  it('is repeated after an unclear outcome, and not edited if it had arrived', async () => {
    const { reply, said } = start([unclear, refused('acknowledged')]);
    await reply.sendFirst(message, {});
    expect(said()).toEqual(['answer 4', 'answer 4']);
    expect(reply.isAcknowledged()).toBe(true);
  });

  it('edits an earlier response that had arrived instead', async () => {
    const unheard = new DiscordFailure({ reason: 'busy', kind: 'unclear', retryAfterMs: 0 });
    const lost = Array.from({ length: 4 }, () => unheard);
    const { reply, said } = start([...lost, unheard, refused('acknowledged')]);
    await expect(reply.defer({})).rejects.toBe(unheard);
    await reply.sendFirst(message, {});
    expect(said().slice(4)).toEqual(['answer 4', 'answer 4', `PATCH ${ORIGINAL}`]);
    const unknown = start([refused('acknowledged')]);
    await unknown.reply.sendFirst(message, {});
    expect(unknown.said()).toEqual(['answer 4', `PATCH ${ORIGINAL}`]);
  });

  it('is not repeated once Discord no longer waits', async () => {
    const { reply, said } = start([unclear], { monotonicMs: 2900 });
    await expect(reply.sendFirst(message, {})).rejects.toBe(unclear);
    expect(said()).toEqual(['answer 4']);
    expect(reply.isAcknowledged()).toBe(false);
  });

  it('is a new message if the message of the button was deleted', async () => {
    const { reply, said } = start([refused('unknown-message')]);
    await reply.sendFirst(message, { inPlace: true });
    expect(said()).toEqual(['answer 7', 'answer 4']);
    const later = start([undefined, refused('unknown-message')]);
    await later.reply.defer({ inPlace: true });
    await later.reply.sendFirst(message, { inPlace: true });
    expect(later.said()).toEqual(['answer 6', `PATCH ${ORIGINAL}`, `POST ${FOLLOW_UP}`]);
  });

  it('repeats no follow-up', async () => {
    const { reply, said } = start([undefined, unclear]);
    await reply.sendFirst(message, {});
    await expect(reply.sendFollowUp(message, {})).rejects.toBe(unclear);
    expect(said()).toEqual(['answer 4', `POST ${FOLLOW_UP}`]);
  });

  it('rejects if the interaction has expired', async () => {
    const { reply } = start([refused('expired')]);
    await expect(reply.sendFirst(message, {})).rejects.toMatchObject({ kind: 'expired' });
  });
});
