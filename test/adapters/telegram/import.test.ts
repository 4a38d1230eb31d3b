import { describe, expect, it } from 'vitest';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();

/** A bot that Ann has subscribed to, and the file of `/export`. */
async function withFile() {
  const bot = await start();
  const { telegram } = bot;
  const ann = telegram.addUser();
  telegram.say(ann, ann.id, '/subscribe 9:00 ferry');
  await last(bot, ann.id, 'Subscribed');
  telegram.say(ann, ann.id, '/export');
  const { document_text: text = '' } = await telegram.waitFor(
    () => telegram.botMessages(ann.id).find(({ document }) => document?.file_name === 'gazette-settings.json'),
    'the file',
  );
  return { ...bot, bot, ann, document: { name: 'gazette-settings.json', text } };
}

describe('a file of settings on Telegram', () => {
  it('comes in as a document with the command as its caption', async () => {
    const { telegram, talk, bot, document } = await withFile();
    const bob = telegram.addUser();
    telegram.say(bob, { chatId: bob.id, document }, '/import');
    await last(bot, bob.id, 'Imported');
    const there = await talk.subscriptions.forChat({ platform: 'telegram', chat: String(bob.id) });
    expect(there).toMatchObject([{ selection: { topics: ['ferry'] } }]);
  });

  it('comes in by a reply to the document, in a group too', async () => {
    const { telegram, talk, bot, ann, document } = await withFile();
    const group = telegram.addSupergroup({ members: [ann] });
    telegram.setMember(group.id, ann, 'administrator');
    const { message } = telegram.say(ann, { chatId: group.id, document }, '');
    telegram.say(ann, { chatId: group.id, replyTo: message.message_id }, '/import');
    await last(bot, group.id, 'Imported');
    expect(await talk.subscriptions.forChat({ platform: 'telegram', chat: String(group.id) })).toHaveLength(1);
  });

  it('is read only if it is small and there, and a caption without a command is left alone', async () => {
    const { telegram, ann, bot } = await withFile();
    const send = (text: string, caption: string) =>
      telegram.say(ann, { chatId: ann.id, document: { name: 'other.json', text } }, caption);
    send('{}', 'ferry');
    send('x'.repeat(300_000), '/import');
    await last(bot, ann.id, '“other.json” is too large');
    expect(telegram.calls('getFile')).toEqual([]);
    telegram.fault({
      on: 'getFile',
      times: 9,
      action: { kind: 'error', code: 400, message: 'Bad Request: invalid file_id' },
    });
    send('{}', '/import');
    await last(bot, ann.id, 'couldn’t read “other.json”');
    expect(telegram.botMessages(ann.id).filter(({ text }) => text?.includes('found nothing'))).toEqual([]);
  });
});
