import { describe, expect, it } from 'vitest';
import type { ApiRequest } from '../../../../adapters/discord/client.ts';
import { DiscordFailure, type FailureKind } from '../../../../adapters/discord/errors.ts';
import { createReply } from '../../../../adapters/discord/interaction/reply.ts';
import type { Message } from '../../../../adapters/discord/render/render.ts';
import { systemClock } from '../../../../adapters/system-clock.ts';
import { createFakeDiscord } from '../../../fakes/discord-client.ts';

const CALLBACK = '/interactions/1/token/callback';
const ORIGINAL = '/webhooks/2/token/messages/@original';
const FOLLOW_UP = '/webhooks/2/token';
const message: Message = { components: [{ type: 10, content: 'At last.' }], fallbacks: {} };

const refused = (kind: FailureKind) => new DiscordFailure({ reason: 'refused', kind });
const unclear = new DiscordFailure({ reason: 'busy', kind: 'unclear' });

/** A reply of which the requests end as told, one after the other; the further ones well. */
function start(outcomes: readonly (DiscordFailure | undefined)[] = [], { nowMs = 0 } = {}) {
  const left = [...outcomes];
  const { client, asked } = createFakeDiscord(() => {
    const failure = left.shift();
    if (failure !== undefined) throw failure;
  });
  const hook = { id: '1', token: 'token', application: '2', receivedAtMs: 0 };
  const reply = createReply(hook, { client, clock: { ...systemClock, nowMs: () => nowMs } });
  return { reply, said: () => asked.map(say) };
}

/** A request in short: what kind of answer, or which route. */
function say({ method, route, body, byToken }: ApiRequest): string {
  const { type, data, flags = data?.flags ?? 0 } = body as { type?: number; flags?: number; data?: { flags?: number } };
  const ephemeral = (flags & (1 << 6)) === 0 ? '' : ' ephemeral';
  const what = route === CALLBACK ? `answer ${type}` : `${method} ${route}`;
  return `${what}${ephemeral}${byToken === true ? '' : ' with the token'}`;
}

describe('the answer to an interaction', () => {
  it('is a message, and further ones behind it', async () => {
    const { reply, said } = start();
    await reply.sendFirst(message, { ephemeral: true });
    await reply.sendFollowUp(message, { ephemeral: true });
    expect(said()).toEqual(['answer 4 ephemeral', `POST ${FOLLOW_UP} ephemeral`]);
    expect(reply.isAcknowledged()).toBe(true);
  });

  it('takes the place of the message that was pressed', async () => {
    const { reply, said } = start();
    await reply.sendFirst(message, { inPlace: true });
    expect(said()).toEqual(['answer 7']);
  });

  it('takes the place of the word that it takes a while', async () => {
    const { reply, said } = start();
    await reply.defer({ ephemeral: true });
    await reply.sendFirst(message, { ephemeral: true });
    expect(said()).toEqual(['answer 5 ephemeral', `PATCH ${ORIGINAL}`]);
    const pressed = start();
    await pressed.reply.defer({ inPlace: true });
    await pressed.reply.sendFirst(message, { inPlace: true });
    expect(pressed.said()).toEqual(['answer 6', `PATCH ${ORIGINAL}`]);
  });

  it('is apart where the press was deferred in place, and what is said goes elsewhere', async () => {
    const { reply, said } = start();
    await reply.defer({ inPlace: true });
    await reply.sendFirst(message, { ephemeral: true });
    expect(said()).toEqual(['answer 6', `POST ${FOLLOW_UP} ephemeral`]);
  });

  it('is repeated where it is unclear whether it arrived, and left alone where it had', async () => {
    const { reply, said } = start([unclear, refused('acknowledged')]);
    await reply.sendFirst(message, {});
    expect(said()).toEqual(['answer 4', 'answer 4']);
    expect(reply.isAcknowledged()).toBe(true);
  });

  it('edits what had arrived where that was something else', async () => {
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

  it('is not repeated once Discord waits for it no longer', async () => {
    const { reply, said } = start([unclear], { nowMs: 2900 });
    await expect(reply.sendFirst(message, {})).rejects.toBe(unclear);
    expect(said()).toEqual(['answer 4']);
    expect(reply.isAcknowledged()).toBe(false);
  });

  it('is a message of its own where the one that was pressed is gone', async () => {
    const { reply, said } = start([refused('unknown-message')]);
    await reply.sendFirst(message, { inPlace: true });
    expect(said()).toEqual(['answer 7', 'answer 4']);
    const later = start([undefined, refused('unknown-message')]);
    await later.reply.defer({ inPlace: true });
    await later.reply.sendFirst(message, { inPlace: true });
    expect(later.said()).toEqual(['answer 6', `PATCH ${ORIGINAL}`, `POST ${FOLLOW_UP}`]);
  });

  it('says once what cannot be known again, further messages', async () => {
    const { reply, said } = start([undefined, unclear]);
    await reply.sendFirst(message, {});
    await expect(reply.sendFollowUp(message, {})).rejects.toBe(unclear);
    expect(said()).toEqual(['answer 4', `POST ${FOLLOW_UP}`]);
  });

  it('is for who pressed too late', async () => {
    const { reply } = start([refused('expired')]);
    await expect(reply.sendFirst(message, {})).rejects.toMatchObject({ kind: 'expired' });
  });
});
