import { describe, expect, it } from 'vitest';
import { runTelegram } from './running.ts';

const keyboard = { inline_keyboard: [[{ text: 'Next', callback_data: '/next' }]] };

async function withMessage() {
  const running = await runTelegram();
  const ann = running.telegram.addUser();
  const message = await running.send({ chat_id: ann.id, text: 'Hi', reply_markup: keyboard });
  return { ...running, ann, message, at: { chat_id: ann.id, message_id: message.message_id } };
}

describe('an edit', () => {
  it('replaces the text, and removes buttons that it omits', async () => {
    const { telegram, call, ann, at } = await withMessage();
    expect(await call('editMessageText', { ...at, text: '<b>Ho</b>', parse_mode: 'HTML' })).toMatchObject({ ok: true });
    const [message] = telegram.botMessages(ann.id);
    expect(message).toMatchObject({ text: 'Ho', entities: [{ type: 'bold' }] });
    expect(message).not.toHaveProperty('reply_markup');
  });

  it('must change something', async () => {
    const { telegram, refusal, at } = await withMessage();
    expect(await refusal('editMessageText', { ...at, text: 'Hi' })).toBeUndefined();
    expect(telegram.violations()).toEqual([]);
    expect(await refusal('editMessageText', { ...at, text: 'Hi' })).toMatch(/^Bad Request: message is not modified: /);
    expect(await refusal('editMessageReplyMarkup', at)).toMatch(/^Bad Request: message is not modified: /);
    expect(telegram.violations()).toHaveLength(2);
  });

  it('replaces only the buttons', async () => {
    const { telegram, refusal, ann, at } = await withMessage();
    const other = { inline_keyboard: [[{ text: 'Back', callback_data: '/back' }]] };
    expect(await refusal('editMessageReplyMarkup', { ...at, reply_markup: other })).toBeUndefined();
    expect(telegram.botMessages(ann.id)).toMatchObject([{ text: 'Hi', reply_markup: other }]);
  });

  it('distinguishes captions from texts', async () => {
    const { telegram, call, refusal, ann, at } = await withMessage();
    const { result } = await call('sendPhoto', { chat_id: ann.id, photo: 'https://example.org/a.jpg' });
    const { message_id } = result as { message_id: number };
    expect(await refusal('editMessageCaption', { ...at, message_id, caption: 'A' })).toBeUndefined();
    expect(telegram.botMessages(ann.id)[1]).toMatchObject({ caption: 'A', photo: [{}] });
    const noText = 'Bad Request: there is no text in the message to edit';
    expect(await refusal('editMessageText', { ...at, message_id, text: 'A' })).toBe(noText);
    const noCaption = 'Bad Request: there is no caption in the message to edit';
    expect(await refusal('editMessageCaption', { ...at, caption: 'A' })).toBe(noCaption);
  });

  it('needs an existing message of the bot', async () => {
    const { telegram, refusal, ann, at } = await withMessage();
    const { message } = telegram.say(ann, ann.id, 'Hello');
    const others = { ...at, message_id: message.message_id, text: 'Ho' };
    expect(await refusal('editMessageText', others)).toBe("Bad Request: message can't be edited");
    const gone = { ...at, message_id: 99, text: 'Ho' };
    expect(await refusal('editMessageText', gone)).toBe('Bad Request: message to edit not found');
    expect(telegram.violations()).toEqual([]);
  });

  it('can come from a person', async () => {
    const { telegram, updates, ann } = await withMessage();
    telegram.edit(telegram.say(ann, ann.id, '/hepl').message, '/help');
    expect(await updates()).toMatchObject([{ message: { text: '/hepl' } }, { edited_message: { text: '/help' } }]);
  });
});

describe('a deletion', () => {
  it('removes a message once', async () => {
    const { telegram, refusal, ann, at } = await withMessage();
    expect(await refusal('deleteMessage', at)).toBeUndefined();
    expect(telegram.botMessages(ann.id)).toEqual([]);
    expect(await refusal('deleteMessage', at)).toBe('Bad Request: message to delete not found');
  });

  it('of other people’s messages needs an admin', async () => {
    const { telegram, refusal, ann } = await withMessage();
    const { id } = telegram.addGroup({ members: [ann] });
    const at = { chat_id: id, message_id: telegram.say(ann, id, '/help').message.message_id };
    expect(await refusal('deleteMessage', at)).toBe("Bad Request: message can't be deleted");
    telegram.setMember(id, telegram.bot, 'administrator');
    expect(await refusal('deleteMessage', at)).toBeUndefined();
  });
});

describe('a button', () => {
  it('can be pressed if it is visible, and is answered once', async () => {
    const { telegram, refusal, updates, ann, message } = await withMessage();
    const press = telegram.press(ann, message, 'Next');
    expect(await updates()).toMatchObject([
      { callback_query: { id: press.id, from: { id: ann.id }, data: '/next', message: { text: 'Hi' } } },
    ]);
    expect(telegram.unanswered()).toEqual([press]);
    const answer = { callback_query_id: press.id, text: 'Done' };
    expect(await refusal('answerCallbackQuery', answer)).toBeUndefined();
    expect(press.answer).toEqual({ text: 'Done', show_alert: false });
    expect(telegram.unanswered()).toEqual([]);
    expect(await refusal('answerCallbackQuery', answer)).toMatch(/^Bad Request: query is too old/);
  });

  it('cannot be pressed if it is not visible', async () => {
    const { telegram, call, ann, message, at } = await withMessage();
    expect(() => telegram.press(ann, message, 'Back')).toThrow('No button "Back" to press; there is: Next.');
    await call('deleteMessage', at);
    expect(() => telegram.press(ann, message, 'Next')).toThrow('There is no message 1');
  });

  it('can be pressed in an outdated message', async () => {
    const { telegram, updates, ann, message } = await withMessage();
    telegram.pressStale(ann, message, { data: '/old' });
    telegram.pressStale(ann, message, { data: '/old', inaccessible: true });
    expect(await updates()).toMatchObject([
      { callback_query: { data: '/old', message: { text: 'Hi' } } },
      { callback_query: { data: '/old', message: { message_id: message.message_id, date: 0 } } },
    ]);
  });

  it.each([
    [0, 'Bad Request: query is too old and '],
    [60_000, undefined],
  ])('waits %i ms for an answer', async (callbackTtlMs, why) => {
    const { telegram, refusal, send } = await runTelegram({ callbackTtlMs });
    const ann = telegram.addUser();
    const press = telegram.press(ann, await send({ chat_id: ann.id, text: 'Hi', reply_markup: keyboard }), 'Next');
    const refused = await refusal('answerCallbackQuery', { callback_query_id: press.id });
    expect(refused?.slice(0, 34)).toBe(why);
    expect(telegram.violations()).toEqual([]);
  });

  it('is answered with at most 200 characters', async () => {
    const { telegram, refusal, ann, message } = await withMessage();
    const { id } = telegram.press(ann, message, 'Next');
    const answer = (text: string) => refusal('answerCallbackQuery', { callback_query_id: id, text });
    expect(await answer('x'.repeat(201))).toBe('Bad Request: MESSAGE_TOO_LONG');
    expect(await answer('x'.repeat(200))).toBeUndefined();
    expect(telegram.violations()).toHaveLength(1);
  });
});

describe('an inline query', () => {
  const card = (id: string, more: object = {}) => ({
    type: 'article',
    id,
    title: 'One',
    input_message_content: { message_text: '<b>One</b>', parse_mode: 'HTML' },
    reply_markup: keyboard,
    ...more,
  });

  it('is answered with results that can be posted and pressed anywhere', async () => {
    const { telegram, refusal, updates } = await runTelegram();
    const ann = telegram.addUser();
    const question = telegram.ask(ann, 'one', '2');
    expect(telegram.unanswered()).toEqual([question]);
    const answer = { inline_query_id: question.id, results: [card('a'), card('b')], next_offset: '3' };
    expect(await refusal('answerInlineQuery', answer)).toBeUndefined();
    expect(question.answer).toMatchObject({ results: [{ id: 'a' }, { id: 'b' }], next_offset: '3' });
    const inline_message_id = telegram.choose(question, 'a');
    telegram.pressInline(ann, inline_message_id, 'Next');
    expect(await updates()).toMatchObject([
      { inline_query: { query: 'one', offset: '2' } },
      { callback_query: { data: '/next', inline_message_id } },
    ]);
    const edit = { inline_message_id, text: 'Two' };
    expect(await refusal('editMessageText', edit)).toBeUndefined();
    expect(telegram.inlineMessage(inline_message_id)).toEqual({ text: 'Two' });
    expect(await refusal('editMessageText', edit)).toMatch('message is not modified');
    const gone = { ...edit, inline_message_id: 'gone' };
    expect(await refusal('editMessageText', gone)).toBe('Bad Request: MESSAGE_ID_INVALID');
  });

  it.each([
    ['more than 50', Array.from({ length: 51 }, (_, at) => card(`${at}`)), 'RESULTS_TOO_MUCH'],
    ['two of one id', [card('a'), card('a')], 'RESULT_ID_DUPLICATE'],
    ['an id of 65 bytes', [card('x'.repeat(65))], 'RESULT_ID_INVALID'],
    ['no text', [card('a', { input_message_content: { message_text: '' } })], 'message text is empty'],
    ['no title', [card('a', { title: '' })], `can't parse inline query result: Can't find field "title"`],
    ['no cards', 'none', "can't parse inline query results JSON object"],
  ])('is not answered with %s', async (_, results, why) => {
    const { telegram, refusal } = await runTelegram();
    const { id } = telegram.ask(telegram.addUser(), 'one');
    expect(await refusal('answerInlineQuery', { inline_query_id: id, results })).toBe(`Bad Request: ${why}`);
    expect(telegram.violations()).toHaveLength(1);
    expect(telegram.unanswered()).toHaveLength(1);
  });

  it('must exist', async () => {
    const { telegram, refusal } = await runTelegram();
    const answer = { inline_query_id: '1', results: [] };
    expect(await refusal('answerInlineQuery', answer)).toMatch(/^Bad Request: query is too old/);
    expect(telegram.violations()).toEqual([]);
  });
});
