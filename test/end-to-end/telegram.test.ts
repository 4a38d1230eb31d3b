import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTelegram, type TelegramEmulator } from '../emulators/telegram/telegram.ts';
import { createPlace, type Place } from './process.ts';
import { ferry, lighthouse } from './snapshots.ts';

let place: Place;
let telegram: TelegramEmulator;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/ferry.md': ferry, 'data/snapshots/lighthouse.md': lighthouse });
  telegram = await startTelegram();
});
afterEach(async () => {
  await telegram.stop();
  await place.remove();
});

const settings = () => ({ TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot });

describe('start with the token of a Telegram bot', () => {
  it('serves Telegram, and ends when it is told to', async () => {
    const { child, ended } = place.start([], settings());
    const ann = telegram.addUser();
    telegram.say(ann, ann.id, '/article ferry');
    const card = await telegram.waitFor(() => telegram.botMessages(ann.id).at(-1), 'the article');
    expect(card.text).toContain('The old ferry Marigold');
    telegram.press(ann, card, '1 The crew');
    await telegram.waitFor(
      () => telegram.botMessages(ann.id).some(({ text }) => text?.includes('eighty-one')),
      'the section',
    );
    child.kill('SIGTERM');
    const { out, err, code } = await ended;
    expect([out, code]).toEqual(['', 0]);
    expect(err).toMatch(/Telegram: connected as @/);
    expect([telegram.violations(), telegram.unanswered()]).toEqual([[], []]);
  });

  it('takes commands in Chinese', async () => {
    const { child, ended } = place.start([], settings());
    const audience = telegram.addUser({ language_code: 'zh-hans' });
    const answered = async (typed: string, words: string) => {
      telegram.say(audience, audience.id, typed);
      const found = () => telegram.botMessages(audience.id).some(({ text }) => text?.includes(words));
      await telegram.waitFor(found, `an answer to ${typed}`);
    };
    await answered('打开 灯塔', '守塔三十年的林伯');
    await answered('／章节　１', '一九九八年的大雾');
    await answered('订阅，每天早上八点、晚上八点', '每天 08:00、20:00');
    await answered('退订。', '已退订：全部文章');
    child.kill('SIGTERM');
    const { err, code } = await ended;
    expect([err.includes('Error'), code]).toEqual([false, 0]);
    expect(telegram.botMessages(audience.id)).toHaveLength(4);
    expect([telegram.violations(), telegram.unanswered()]).toEqual([[], []]);
  });

  it('says so where Telegram does not let it in, without its token, and keeps trying', async () => {
    telegram.fault({ on: 'getMe', times: 1, action: { kind: 'error', code: 401, message: 'Unauthorized' } });
    const { child, ended } = place.start([], settings());
    await telegram.waitFor(() => telegram.calls('getMe').length === 2, 'a second try');
    child.kill('SIGTERM');
    const { err } = await ended;
    expect(err).toContain('Unauthorized');
    expect(err).not.toContain(telegram.token);
  });

  it('leaves the terminal to npm run chat', async () => {
    const { out } = await place.run(['chat'], { env: settings(), input: '/articles\n' });
    expect(out).toContain('The ferry that would not retire');
    expect(telegram.calls()).toEqual([]);
  });

  it('asks whether an answer arrived if it was killed while sending it', async () => {
    const first = place.start([], settings());
    const ann = telegram.addUser();
    telegram.fault({ on: 'sendMessage', action: { kind: 'hang' } });
    telegram.say(ann, ann.id, '/article ferry');
    await telegram.waitFor(() => telegram.calls('sendMessage').length === 1, 'the answer');
    await telegram.waitFor(() => telegram.pendingUpdates() === 0, 'the next poll');
    first.child.kill('SIGKILL');
    await first.ended;
    const second = place.start([], settings());
    const texts = () => telegram.botMessages(ann.id).map(({ text }) => text ?? '');
    await telegram.waitFor(() => texts().some((text) => text.includes('did not confirm my answer')), 'the question');
    second.child.kill('SIGTERM');
    await second.ended;
    expect(texts()).toHaveLength(1);
  });
});
