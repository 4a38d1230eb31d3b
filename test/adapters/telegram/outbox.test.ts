import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { createOutbox } from '../../../adapters/telegram/outbox.ts';
import { RATE_LIMITS } from '../../../adapters/telegram/rate-limits.ts';
import type { Message, TextMessage } from '../../../adapters/telegram/render/render.ts';
import type { Envelope } from '../../../adapters/telegram/send/sender.ts';
import type { Typing } from '../../../adapters/telegram/typing.ts';
import { createRateLimiter } from '../../../src/messaging/rate-limits/rate-limiter.ts';
import type { Address } from '../../../src/subscription/address.ts';
import type { Picture } from '../../../src/view/view.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { type Asked, createFakeClient } from '../../fakes/telegram-client.ts';

const to: Address = { platform: 'telegram', chat: '-5' };
const envelope: Envelope = { to, priority: 'answer' };
const text: TextMessage = { kind: 'text', html: '<b>Ferry</b>', preview: null, buttons: [] };

function picture(name: string, ...fallbacks: string[]): Picture {
  return { url: `https://img.example.org/${name}.jpg`, fallbacks, alt: '', caption: null, credit: null };
}

function refuse(description: string, code = 400, parameters = {}): never {
  throw new TelegramError({ error_code: code, description, parameters });
}

function start(answer: (asked: Asked, count: number) => unknown) {
  const clock = createFakeClock();
  const moves: [Address, Address][] = [];
  const { client, asked } = createFakeClient(answer);
  const onChatMoved = (from: Address, there: Address) => void moves.push([from, there]);
  const reported: unknown[] = [];
  const typing: Typing = (work) => work;
  const report = (error: unknown) => void reported.push(error);
  const givingUp = new AbortController();
  const { signal } = givingUp;
  const limiter = createRateLimiter(clock, RATE_LIMITS);
  const outbox = createOutbox({ client, clock, limiter, typing, onChatMoved, report, signal });
  /** What the work comes to, however long it has to wait. */
  async function finish<Result>(work: Promise<Result>): Promise<Result | Error> {
    const settled = work.catch((error: unknown) => error as Error);
    await clock.pass(600_000);
    return await settled;
  }
  return { outbox, asked, moves, clock, finish, reported, givingUp };
}

const sent = (_: Asked, count: number) => ({ message_id: count });

describe('a text', () => {
  it('is sent as HTML without link previews, with the topic, sound and reply of its envelope', async () => {
    const { outbox, asked, finish } = start(sent);
    const there = { ...envelope, to: { ...to, thread: '42' }, silent: true, replyTo: 9 };
    expect(await finish(outbox.send(text, there))).toEqual([1]);
    expect(asked).toEqual([
      {
        method: 'sendMessage',
        parameters: {
          chat_id: '-5',
          text: '<b>Ferry</b>',
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
          message_thread_id: 42,
          disable_notification: true,
          reply_parameters: { message_id: 9, allow_sending_without_reply: true },
        },
      },
    ]);
  });

  it('is repeated in its topic', async () => {
    const busy = (_: Asked, count: number) =>
      count === 1 ? refuse('Too Many Requests', 429, { retry_after: 1 }) : { message_id: count };
    const { outbox, asked, finish } = start(busy);
    expect(await finish(outbox.send(text, { ...envelope, to: { ...to, thread: '42' } }))).toEqual([2]);
    expect(asked.map(({ parameters }) => parameters['message_thread_id'])).toEqual([42, 42]);
    expect(asked[1]?.parameters).not.toHaveProperty('reply_parameters');
  });

  it('follows a group that has moved, and reports the move', async () => {
    const { outbox, asked, moves, finish } = start(({ parameters }, count) =>
      parameters['chat_id'] === '-5' ? refuse('upgraded', 400, { migrate_to_chat_id: -1005 }) : { message_id: count },
    );
    expect(await finish(outbox.send(text, envelope))).toEqual([2]);
    expect(await finish(outbox.send(text, { ...envelope, replyTo: 9 }))).toEqual([3]);
    expect(asked.map(({ parameters }) => parameters['chat_id'])).toEqual(['-5', '-1005', '-1005']);
    expect(asked.at(-1)?.parameters).not.toHaveProperty('reply_parameters');
    expect(moves).toEqual([[to, { ...to, chat: '-1005' }]]);
  });

  it('waits exactly for the delay asked for, then is sent', async () => {
    const at: number[] = [];
    const { outbox, clock, finish } = start((_, count) => {
      at.push(clock.nowMs());
      return count === 1 ? refuse('Too Many Requests', 429, { retry_after: 7 }) : { message_id: count };
    });
    expect(await finish(outbox.send(text, envelope))).toEqual([2]);
    expect(at).toEqual([0, 7000]);
  });

  it.each([
    ['a lost answer', () => Promise.reject(new Error('socket hang up'))],
    ['a fault of the server', () => refuse('Bad Gateway', 502)],
  ])('is not sent again after %s: it may have arrived', async (_what, fault) => {
    const { outbox, asked, finish } = start(fault);
    expect(await finish(outbox.send(text, envelope))).toMatchObject({ reason: 'busy', kind: 'unclear' });
    expect(asked).toHaveLength(1);
  });

  it('is given up while it waits if the bot stops, and so are all later ones', async () => {
    const { outbox, asked, finish, givingUp } = start(sent);
    for (let one = 0; one < 16; one += 1) await outbox.send(text, envelope);
    const waiting = outbox.send(text, envelope);
    givingUp.abort();
    expect(await finish(waiting)).toMatchObject({ name: 'TelegramFailure', reason: 'busy' });
    expect(await finish(outbox.send(text, envelope))).toMatchObject({ name: 'TelegramFailure', reason: 'busy' });
    expect(asked).toHaveLength(16);
  });

  it('is sent plain if Telegram refuses it for an unknown reason, which is reported', async () => {
    const { outbox, asked, finish, reported } = start((_, count) =>
      count === 1 ? refuse("Bad Request: can't parse entities") : { message_id: count },
    );
    const html = '<b>Ferry &amp; pier</b>\n\n<a href="https://example.com/?a=1&amp;b=2">The <i>original</i></a>';
    const buttons = [[{ text: 'Help', callback_data: '/help' }]];
    expect(
      await finish(outbox.send({ ...text, html, buttons, preview: 'https://img.example.org/a.jpg' }, envelope)),
    ).toEqual([2]);
    expect(asked[1]?.parameters).toEqual({
      chat_id: '-5',
      text: 'Ferry & pier\n\nThe original (https://example.com/?a=1&b=2)\n\nhttps://img.example.org/a.jpg',
      reply_markup: { inline_keyboard: buttons },
    });
    expect(reported).toHaveLength(1);
  });

  it('is sent without its buttons if Telegram refuses them', async () => {
    const { outbox, asked, finish } = start(({ parameters }, count) =>
      'reply_markup' in parameters ? refuse('Bad Request: BUTTON_DATA_INVALID') : { message_id: count },
    );
    const buttons = [[{ text: 'Help', callback_data: '/help' }]];
    expect(await finish(outbox.send({ ...text, buttons }, envelope))).toEqual([3]);
    expect(asked.at(-1)?.parameters).toEqual({ chat_id: '-5', text: 'Ferry' });
  });

  const rows = Array.from({ length: 40 }, (_, at) => [{ text: `${at}`, callback_data: `/section ${at}` }]);
  const buttonsOf = (asked: Asked | undefined) =>
    (asked?.parameters['reply_markup'] as { inline_keyboard: unknown[] } | undefined)?.inline_keyboard ?? [];
  const refuseLong = (asked: Asked, count: number) =>
    buttonsOf(asked).length > 12 ? refuse('Bad Request: reply markup is too long') : { message_id: count };

  it('keeps its markup and the most useful buttons if there are too many', async () => {
    const { outbox, asked, finish } = start(refuseLong);
    expect(await finish(outbox.send({ ...text, buttons: rows }, envelope))).toEqual([3]);
    expect(asked.at(-1)?.parameters).toMatchObject({ text: text.html, parse_mode: 'HTML' });
    expect(buttonsOf(asked.at(-1))).toEqual([...rows.slice(0, 7), ...rows.slice(37)]);
  });

  it('keeps them in an edit too', async () => {
    const { outbox, asked, finish } = start(refuseLong);
    await finish(outbox.edit({ ...text, buttons: rows }, { to, message: 4 }));
    expect(buttonsOf(asked.at(-1))).toHaveLength(10);
  });

  it('is sent in short pieces if it is refused as too long, with the buttons below the last', async () => {
    const { outbox, asked, finish } = start(({ parameters }, count) =>
      String(parameters['text']).length > 3000 ? refuse('Bad Request: message is too long') : { message_id: count },
    );
    const html = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} ${'word '.repeat(19)}end.`).join('\n\n');
    const buttons = [[{ text: 'Help', callback_data: '/help' }]];
    expect(await finish(outbox.send({ ...text, html, buttons }, envelope))).toEqual([2, 3, 4]);
    const pieces = asked.slice(1).map(({ parameters }) => parameters);
    expect(pieces.map(({ text: piece }) => piece).join('\n\n')).toBe(html);
    expect(pieces.map((piece) => 'reply_markup' in piece)).toEqual([false, false, true]);
  });

  it('rejects if Telegram refuses it in every form', async () => {
    const { outbox, asked, finish } = start(() => refuse('Bad Request: something new'));
    expect(await finish(outbox.send(text, envelope))).toMatchObject({ reason: 'refused', kind: 'other' });
    expect(asked).toHaveLength(2);
  });

  it('is retried after a pause if it was certainly not sent', async () => {
    const at: number[] = [];
    const { outbox, clock, finish } = start((asked, count) => {
      at.push(clock.nowMs());
      return count < 4 ? Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:1')) : sent(asked, count);
    });
    expect(await finish(outbox.send(text, envelope))).toEqual([4]);
    expect(at).toEqual([0, 500, 1500, 3500]);
  });
});

describe('an edit', () => {
  it('is repeated until it is certain', async () => {
    const { outbox, asked, finish } = start((_, count) =>
      count < 3 ? Promise.reject(new Error('socket hang up')) : refuse('Bad Request: message is not modified'),
    );
    expect(await finish(outbox.edit(text, { to, message: 4 }))).toBeUndefined();
    expect(asked.map(({ method, parameters }) => [method, parameters['message_id']])).toEqual([
      ['editMessageText', 4],
      ['editMessageText', 4],
      ['editMessageText', 4],
    ]);
  });

  it('is made plain if Telegram refuses it for an unknown reason', async () => {
    const { outbox, asked, finish, reported } = start(
      (_, count) => count === 1 && refuse('Bad Request: something new'),
    );
    expect(await finish(outbox.edit(text, { to, message: 4 }))).toBeUndefined();
    expect(asked.at(-1)?.parameters).toEqual({ chat_id: '-5', message_id: 4, text: 'Ferry' });
    expect(reported).toHaveLength(1);
  });

  it('is refused rather than cut off if its plain text takes several messages', async () => {
    const { outbox, asked, finish } = start((_, count) => count === 1 && refuse('Bad Request: something new'));
    const long = { ...text, html: `<b>Ferry</b>\n\n${'It leaves at noon. '.repeat(200)}` };
    expect(await finish(outbox.edit(long, { to, message: 4 }))).toBeInstanceOf(Error);
    expect(asked).toHaveLength(1);
  });

  it('edits no message in the new chat of a group that has moved: the ids differ', async () => {
    const { outbox, asked, finish } = start(() => refuse('upgraded', 400, { migrate_to_chat_id: -1005 }));
    const failure = { reason: 'moved', movedTo: '-1005' };
    expect(await finish(outbox.edit(text, { to, message: 4 }))).toMatchObject(failure);
    expect(await finish(outbox.edit(text, { to, message: 4 }))).toMatchObject(failure);
    expect(asked).toHaveLength(1);
  });

  it('has no chat if the message was posted through inline mode', async () => {
    const { outbox, asked, finish } = start(() => true);
    await finish(outbox.edit(text, { to, inlineMessage: 'i' }));
    expect(asked[0]?.parameters).toMatchObject({ inline_message_id: 'i' });
    expect(asked[0]?.parameters).not.toHaveProperty('chat_id');
  });
});

describe('a picture', () => {
  it('is fetched from its other addresses if the first fails', async () => {
    const { outbox, asked, finish } = start(({ parameters }, count) =>
      String(parameters['photo']).includes('proxy')
        ? refuse('Bad Request: failed to get HTTP URL content')
        : { message_id: count },
    );
    const shown = { ...picture('a', 'https://img.example.org/original.jpg'), url: 'https://proxy.example.org/a.jpg' };
    expect(await finish(outbox.send({ kind: 'photo', picture: shown, html: 'A' }, envelope))).toEqual([2]);
    expect(asked.at(-1)?.parameters['photo']).toBe('https://img.example.org/original.jpg');
  });

  it('is never asked for at an address that Telegram does not support', async () => {
    const { outbox, asked, finish } = start(sent);
    const shown = { ...picture('a'), url: 'http://localhost/a.jpg', fallbacks: ['https://img.example.org/b.jpg'] };
    await finish(outbox.send({ kind: 'photo', picture: shown, html: 'A' }, envelope));
    expect(asked.map(({ parameters }) => parameters['photo'])).toEqual(['https://img.example.org/b.jpg']);
  });

  it('is asked for at four addresses at most', async () => {
    const { outbox, asked, finish } = start(({ method }, count) =>
      method === 'sendPhoto' ? refuse('Bad Request: failed to get HTTP URL content') : { message_id: count },
    );
    const others = ['b', 'c', 'd', 'e'].map((name) => `https://img.example.org/${name}.jpg`);
    await finish(outbox.send({ kind: 'photo', picture: picture('a', ...others), html: 'A' }, envelope));
    const tried = asked.filter(({ method }) => method === 'sendPhoto').map(({ parameters }) => parameters['photo']);
    expect(new Set(tried)).toEqual(new Set([picture('a').url, ...others.slice(0, 3)]));
  });

  it('is a link if none of its addresses can be fetched', async () => {
    const { outbox, asked, finish } = start(({ method }, count) =>
      method === 'sendPhoto' ? refuse('Bad Request: wrong type of the web page content') : { message_id: count },
    );
    await finish(outbox.send({ kind: 'photo', picture: picture('a'), html: '' }, envelope));
    expect(asked.at(-1)).toMatchObject({
      method: 'sendMessage',
      parameters: { text: '<a href="https://img.example.org/a.jpg">🖼</a>' },
    });
  });
});

describe('an album', () => {
  const album: Message = {
    kind: 'album',
    pictures: [picture('a'), picture('b', 'https://img.example.org/b-small.jpg'), picture('c')],
    html: '1. A\n2. B\n3. C',
  };
  const addresses = ({ parameters }: Asked) =>
    (parameters['media'] as { media: string }[]).map(({ media }) => media.replace('https://img.example.org/', ''));

  it('is sent without a picture that cannot be fetched from any address', async () => {
    const { outbox, asked, finish } = start(({ method, parameters }, count) => {
      if (method !== 'sendMediaGroup') return { message_id: count };
      const at = (parameters['media'] as { media: string }[]).findIndex(({ media }) => media.includes('/b'));
      if (at >= 0)
        return refuse(`Bad Request: failed to send message #${at + 1} with the error message "WEBPAGE_CURL_FAILED"`);
      return [{ message_id: 1 }, { message_id: 2 }];
    });
    expect(await finish(outbox.send(album, envelope))).toEqual([1, 2]);
    expect(asked.map(addresses)).toEqual([
      ['a.jpg', 'b.jpg', 'c.jpg'],
      ['a.jpg', 'b-small.jpg', 'c.jpg'],
      ['a.jpg', 'c.jpg'],
    ]);
    expect(asked.at(-1)?.parameters['media']).toMatchObject([{ caption: album.html }, {}]);
  });

  it('is sent without its first picture if Telegram does not say which one it cannot fetch', async () => {
    const { outbox, asked, finish } = start((_, count) =>
      count === 1 ? refuse('Bad Request: failed to get HTTP URL content') : [{ message_id: 1 }, { message_id: 2 }],
    );
    expect(await finish(outbox.send(album, envelope))).toEqual([1, 2]);
    expect(asked.map(addresses)).toEqual([
      ['a.jpg', 'b.jpg', 'c.jpg'],
      ['b.jpg', 'c.jpg'],
    ]);
  });

  it('is a single picture if only one can be fetched, and its caption if none can', async () => {
    const refusing = (fine: string) =>
      start(({ method, parameters }, count) => {
        if (method === 'sendMessage') return { message_id: count };
        const media =
          method === 'sendPhoto' ? [{ media: parameters['photo'] }] : (parameters['media'] as { media: string }[]);
        const at = media.findIndex((one) => !String(one.media).endsWith(fine));
        return at >= 0
          ? refuse(`Bad Request: failed to send message #${at + 1} with the error message "X"`)
          : { message_id: count };
      });
    const one = refusing('/c.jpg');
    await one.finish(one.outbox.send(album, envelope));
    expect(one.asked.at(-1)).toMatchObject({ method: 'sendPhoto', parameters: { caption: album.html } });
    const none = refusing('/none');
    await none.finish(none.outbox.send(album, envelope));
    expect(none.asked.at(-1)).toMatchObject({ method: 'sendMessage', parameters: { text: album.html } });
  });

  describe.each<[string, (retryAfter: number) => never]>([
    [
      'in the words of an album',
      (seconds) =>
        refuse(`failed to send message #1 with the error message "Too Many Requests: retry after ${seconds}"`),
    ],
    ['as ever', (seconds) => refuse('Too Many Requests', 429, { retry_after: seconds })],
  ])('that Telegram asks to delay %s', (_how, flood) => {
    it('keeps its pictures if Telegram asks once', async () => {
      const at: number[] = [];
      const { outbox, asked, clock, finish } = start((_, count) => {
        at.push(clock.nowMs());
        return count === 1 ? flood(8) : [{ message_id: 1 }, { message_id: 2 }, { message_id: 3 }];
      });
      expect(await finish(outbox.send(album, envelope))).toEqual([1, 2, 3]);
      expect(at).toEqual([0, 8000]);
      expect(asked.map(addresses)).toEqual([
        ['a.jpg', 'b.jpg', 'c.jpg'],
        ['a.jpg', 'b.jpg', 'c.jpg'],
      ]);
    });

    it('is sent as single pictures if Telegram asks again after that delay', async () => {
      const { outbox, asked, finish } = start(({ method, parameters }, count) => {
        if (method === 'sendMediaGroup') return flood(8);
        return String(parameters['photo']).includes('/b') ? flood(3) : { message_id: count };
      });
      expect(await finish(outbox.send(album, envelope))).toHaveLength(2);
      const photos = asked.filter(({ method }) => method === 'sendPhoto').map(({ parameters }) => parameters);
      expect(photos.map(({ caption }) => caption)).toEqual([album.html, undefined, undefined, undefined]);
    });

    it('is its captions and links if Telegram sends none of its pictures', async () => {
      const { outbox, asked, finish } = start(({ method }, count) =>
        method === 'sendMessage' ? { message_id: count } : flood(8),
      );
      expect(await finish(outbox.send(album, envelope))).toHaveLength(1);
      expect(asked.at(-1)).toMatchObject({ method: 'sendMessage', parameters: { text: album.html } });
    });

    it('does not show its caption twice if a later picture fails', async () => {
      const { outbox, asked, finish, reported } = start(({ method, parameters }, count) => {
        if (method === 'sendMediaGroup') return flood(8);
        return String(parameters['photo']).includes('/a') ? { message_id: count } : refuse('Bad Gateway', 502);
      });
      expect(await finish(outbox.send(album, envelope))).toHaveLength(1);
      expect(asked.filter(({ parameters }) => parameters['caption'] === album.html)).toHaveLength(1);
      expect(reported).toHaveLength(2);
    });
  });

  it('is its captions and links if a chat accepts no pictures', async () => {
    const { outbox, asked, finish } = start(({ method }, count) =>
      method === 'sendMessage' ? { message_id: count } : refuse('not enough rights to send photos to the chat'),
    );
    const pictures = [picture('a', 'https://img.example.org/b.jpg'), picture('c')];
    expect(await finish(outbox.send({ kind: 'album', pictures, html: '1. Quay' }, envelope))).toEqual([2]);
    expect(asked.map(({ method }) => method)).toEqual(['sendMediaGroup', 'sendMessage']);
    expect(asked.at(-1)?.parameters).toMatchObject({ text: '1. Quay' });
    expect(await finish(outbox.send({ kind: 'photo', picture: picture('a'), html: 'Quay' }, envelope))).toEqual([4]);
  });
});
