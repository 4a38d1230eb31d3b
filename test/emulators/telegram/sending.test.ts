import { describe, expect, it } from 'vitest';
import { runTelegram } from './running.ts';

const HTML = { parse_mode: 'HTML' };
const button = (more: object) => ({ reply_markup: { inline_keyboard: [[{ text: 'Go', ...more }]] } });
const rows = (count: number, inRow: number) => {
  const row = Array.from({ length: inRow }, (_, at) => ({ text: `${at}`, callback_data: `${at}` }));
  return { reply_markup: { inline_keyboard: Array.from({ length: count }, () => row) } };
};
const photos = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ type: 'photo', media: `https://example.org/${at}.jpg` }));

async function withAnn() {
  const running = await runTelegram();
  const ann = running.telegram.addUser();
  const to = { chat_id: ann.id };
  return { ...running, ann, to, text: (text: string) => ({ ...to, text, ...HTML }) };
}

describe('a message', () => {
  it('has its text, entities, preview and buttons', async () => {
    const { telegram, call, ann, text } = await withAnn();
    const preview = { is_disabled: true };
    const keyboard = button({ callback_data: '/next' });
    await call('sendMessage', { ...text(' <b>Hi</b> '), link_preview_options: preview, ...keyboard });
    expect(telegram.botMessages(ann.id)).toMatchObject([
      { text: 'Hi', entities: [{ type: 'bold', offset: 0, length: 2 }], link_preview_options: preview, ...keyboard },
    ]);
    expect(telegram.violations()).toEqual([]);
  });

  it('can be sent as a form', async () => {
    const { telegram, to } = await withAnn();
    const body = new URLSearchParams({
      chat_id: String(to.chat_id),
      text: 'Hi',
      reply_markup: JSON.stringify(rows(1, 1).reply_markup),
    });
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendMessage`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ ok: true, result: { text: 'Hi', ...rows(1, 1) } });
  });

  it.each([
    ['', 'message text is empty'],
    ['<b> </b>', 'text must be non-empty'],
    ['<b>x', `can't parse entities: Can't find end tag corresponding to start tag "b"`],
    ['x'.repeat(4097), 'message is too long'],
    [`<b>${'&#120;'.repeat(5500)}</b>`, 'text is too long'],
  ])('is refused with the text %.12s', async (source, why) => {
    const { telegram, refusal, text } = await withAnn();
    expect(await refusal('sendMessage', text(source))).toBe(`Bad Request: ${why}`);
    expect(telegram.violations()).toEqual([`sendMessage: Bad Request: ${why}`]);
  });

  it('has at most 4096 characters after parsing', async () => {
    const { telegram, refusal, text } = await withAnn();
    expect(await refusal('sendMessage', text(`<b>${'x'.repeat(4096)}</b>`))).toBeUndefined();
    expect(telegram.violations()).toEqual([]);
  });

  it.each([
    ['<a href="nowhere">x</a>', 'dropped link nowhere'],
    ['a&nbsp;b', 'unsupported HTML entity &nbsp;'],
    ['<b>x</b> '.repeat(101), 'more than 100 entities'],
  ])('counts as a violation if it is silently corrected: %.20s', async (source, why) => {
    const { telegram, refusal, text } = await withAnn();
    expect(await refusal('sendMessage', text(source))).toBeUndefined();
    expect(telegram.violations()).toEqual([`sendMessage: ${why}`]);
  });

  it('may have only known parameters', async () => {
    const { telegram, call, text } = await withAnn();
    await call('sendMessage', { ...text('x'), disable_web_page_preview: true });
    expect(telegram.violations()).toEqual(['sendMessage: unknown parameter disable_web_page_preview']);
  });

  it('replies to a message, which must exist unless the bot allows otherwise', async () => {
    const { telegram, send, refusal, ann, text } = await withAnn();
    const { message } = telegram.say(ann, ann.id, 'Hi');
    const reply = { message_id: message.message_id };
    expect(await send({ ...text('x'), reply_parameters: reply })).toMatchObject({ reply_to_message: { text: 'Hi' } });
    const gone = { ...text('x'), reply_parameters: { message_id: 99 } };
    expect(await refusal('sendMessage', gone)).toBe('Bad Request: message to be replied not found');
    const tolerant = { message_id: 99, allow_sending_without_reply: true };
    expect((await send({ ...text('x'), reply_parameters: tolerant })).reply_to_message).toBeUndefined();
    expect(telegram.violations()).toEqual([]);
  });
});

describe('buttons', () => {
  it.each([
    ['data of 64 bytes', button({ callback_data: '字'.repeat(21) })],
    ['a link', button({ url: 'https://example.org/' })],
    ['a switch to inline mode', button({ switch_inline_query: '' })],
    ['8 in a row and 96 in all', rows(12, 8)],
  ])('may have %s', async (_, keyboard) => {
    const { telegram, refusal, text } = await withAnn();
    expect(await refusal('sendMessage', { ...text('x'), ...keyboard })).toBeUndefined();
    expect(telegram.violations()).toEqual([]);
  });

  it.each([
    ['data of more than 64 bytes', button({ callback_data: '字'.repeat(22) }), 'BUTTON_DATA_INVALID'],
    ['more than 100', rows(13, 8), 'reply markup is too long'],
    ['no effect', button({}), "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
    ['no words', button({ text: '' }), `can't parse inline keyboard button: Can't find field "text"`],
    ['a bad link', button({ url: 'nowhere' }), "inline keyboard button URL 'nowhere' is invalid"],
  ])('may not have %s', async (_, keyboard, why) => {
    const { telegram, refusal, text } = await withAnn();
    expect(await refusal('sendMessage', { ...text('x'), ...keyboard })).toBe(`Bad Request: ${why}`);
    expect(telegram.violations()).toEqual([`sendMessage: Bad Request: ${why}`]);
  });

  it('are limited to 8 in a row, as clients show no more', async () => {
    const { telegram, call, text } = await withAnn();
    await call('sendMessage', { ...text('x'), ...rows(1, 9) });
    expect(telegram.violations()).toEqual(['sendMessage: more than 8 buttons in a row']);
  });
});

describe('pictures', () => {
  it('have a caption of at most 1024 characters', async () => {
    const { telegram, refusal, ann, to } = await withAnn();
    const photo = { ...to, photo: 'https://example.org/a.jpg', ...HTML };
    expect(await refusal('sendPhoto', { ...photo, caption: `<b>${'x'.repeat(1024)}</b>` })).toBeUndefined();
    expect(await refusal('sendPhoto', { ...photo, caption: 'x'.repeat(1025) })).toBe(
      'Bad Request: message caption is too long',
    );
    expect(telegram.botMessages(ann.id)).toMatchObject([{ photo_source: photo.photo, caption: 'x'.repeat(1024) }]);
  });

  it('come from an address or a file id', async () => {
    const { call, refusal, to } = await withAnn();
    const { result } = await call('sendPhoto', { ...to, photo: 'https://example.org/a.jpg' });
    const [size] = (result as { photo: { file_id: string }[] }).photo;
    expect(await refusal('sendPhoto', { ...to, photo: size?.file_id })).toBeUndefined();
    expect(await refusal('sendPhoto', { ...to, photo: 'a.jpg' })).toBe(
      'Bad Request: wrong file identifier/HTTP URL specified',
    );
    expect(await refusal('sendPhoto', { ...to, photo: 'http://nowhere/a.jpg' })).toBe(
      'Bad Request: wrong HTTP URL specified',
    );
    expect(await refusal('sendPhoto', to)).toBe('Bad Request: there is no photo in the request');
  });

  it.each([
    ['failed', 'failed to get HTTP URL content', 'WEBPAGE_CURL_FAILED'],
    ['type', 'wrong type of the web page content', 'WEBPAGE_MEDIA_EMPTY'],
    ['process', 'IMAGE_PROCESS_FAILED', 'IMAGE_PROCESS_FAILED'],
  ] as const)('fail as the test requests: %s', async (how, alone, inAlbum) => {
    const { telegram, refusal, ann, to } = await withAnn();
    telegram.refusePicture('/1.jpg', how);
    expect(await refusal('sendPhoto', { ...to, photo: 'https://example.org/1.jpg' })).toBe(`Bad Request: ${alone}`);
    expect(await refusal('sendMediaGroup', { ...to, media: photos(3) })).toBe(
      `Bad Request: failed to send message #2 with the error message "${inAlbum}"`,
    );
    expect(telegram.botMessages(ann.id)).toEqual([]);
    expect(telegram.violations()).toEqual([]);
  });

  it('form an album of 2 to 10', async () => {
    const { telegram, refusal, ann, to } = await withAnn();
    expect(await refusal('sendMediaGroup', { ...to, media: photos(10) })).toBeUndefined();
    expect(telegram.violations()).toEqual([]);
    expect(new Set(telegram.botMessages(ann.id).map(({ media_group_id: album }) => album)).size).toBe(1);
    for (const count of [0, 1, 11]) await refusal('sendMediaGroup', { ...to, media: photos(count) });
    expect(telegram.violations()).toHaveLength(3);
    expect(telegram.botMessages(ann.id)).toHaveLength(10);
  });

  it('have one caption per album, with the usual rules', async () => {
    const { telegram, refusal, to } = await withAnn();
    const [first = {}, second = {}] = photos(2);
    const album = (one: object, two: object) => ({
      ...to,
      media: [
        { ...first, ...one },
        { ...second, ...two },
      ],
    });
    await refusal('sendMediaGroup', album({ caption: 'a', ...HTML }, {}));
    expect(telegram.violations()).toEqual([]);
    await refusal('sendMediaGroup', album({ caption: 'a' }, { caption: 'b' }));
    await refusal('sendMediaGroup', album({ caption: 'x'.repeat(1025) }, {}));
    await refusal('sendMediaGroup', album({ alt: 'x' }, { type: 'painting' }));
    expect(telegram.violations()).toEqual([
      'sendMediaGroup: several captions in an album: clients show none of them',
      'sendMediaGroup: Bad Request: message caption is too long',
      "sendMediaGroup: unknown field alt of an album's item",
      `sendMediaGroup: Bad Request: can't parse InputMedia: type "painting" is unsupported`,
    ]);
  });
});

describe('an action', () => {
  it('must be known to Telegram', async () => {
    const { telegram, refusal, to } = await withAnn();
    expect(await refusal('sendChatAction', { ...to, action: 'typing' })).toBeUndefined();
    expect(await refusal('sendChatAction', { ...to, action: 'thinking' })).toBe(
      'Bad Request: wrong parameter action in request',
    );
    expect(telegram.violations()).toHaveLength(1);
  });
});

describe('a method', () => {
  it('is not found if it is not emulated', async () => {
    const { telegram, refusal } = await runTelegram();
    expect(await refusal('sendDice', {})).toBe('Not Found: method not found');
    expect(telegram.violations()).toEqual(['sendDice: Not Found: method not found']);
  });
});

describe('a document', () => {
  const upload = (fields: Readonly<Record<string, string | Blob>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields))
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, value, 'list.opml');
    return form;
  };

  it('is uploaded in a form, and may not be empty', async () => {
    const { telegram, ann } = await withAnn();
    const send = async (document: Blob | string) => {
      const body = upload({ chat_id: String(ann.id), document });
      const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendDocument`, { method: 'POST', body });
      return ((await response.json()) as { description?: string }).description;
    };
    expect(await send(new Blob(['<opml/>']))).toBeUndefined();
    expect(await send(new Blob([]))).toBe('Bad Request: file must be non-empty');
    expect(await send('list.opml')).toBe('Bad Request: there is no document in the request');
    expect(telegram.botMessages(ann.id)).toMatchObject([
      { document: { file_name: 'list.opml' }, document_text: '<opml/>' },
    ]);
  });
});
