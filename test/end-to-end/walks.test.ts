import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTelegram, type TelegramEmulator } from '../emulators/telegram/telegram.ts';
import { createPlace, type Place } from './process.ts';
import { ferry, lighthouse } from './snapshots.ts';

let place: Place;
let telegram: TelegramEmulator;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/ferry.md': ferry });
  telegram = await startTelegram();
});
afterEach(async () => {
  await telegram.stop();
  await place.remove();
});

const TITLE = '灯塔守护人的最后一班岗';
const NEW_TITLE = '灯塔守护人的最后一夜';
const changed = lighthouse.replace('1718600000000', '1718700000000').replace(TITLE, NEW_TITLE);

it.each([
  {
    language_code: 'en',
    typed: { instant: '/subscribe instant', article: '/article 1' },
    words: {
      added: 'Shall I send new articles here',
      subscribed: '✓ Subscribed',
      button: 'What changed',
      changes: `Earlier headline: ${TITLE}`,
    },
  },
  {
    language_code: 'zh-hans',
    typed: { instant: '/订阅 即时', article: '/打开 1' },
    words: {
      added: '要把新文章整理成文摘发到这里吗',
      subscribed: '✓ 已订阅',
      button: '改了什么',
      changes: `原标题：${TITLE}`,
    },
  },
])(
  'leads a group from "just added" over a missing permission to a changed article ($language_code)',
  async (told) => {
    const { typed, words } = told;
    const { child, ended } = place.start([], { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot });
    const owner = telegram.addUser({ language_code: told.language_code });
    const group = telegram.addSupergroup({ members: [owner] });
    const said = () => telegram.botMessages(group.id);
    const untilSaid = async (text: string) =>
      await telegram.waitFor(() => said().findLast((one) => (one.text ?? one.caption)?.includes(text)), text);
    /** Asks as somebody new each time, since the bot limits how much one person asks, until the article has its new title. */
    async function untilRead() {
      for (let card = ''; !card.includes(NEW_TITLE); ) {
        const stranger = telegram.addUser();
        telegram.say(stranger, stranger.id, '/article 1');
        const answer = () => telegram.botMessages(stranger.id).at(-1)?.text;
        card = await telegram.waitFor(answer, 'the card');
      }
    }
    telegram.kick(group.id);
    telegram.invite(group.id);
    await untilSaid(words.added);
    telegram.say(owner, group.id, typed.instant);
    await untilSaid(words.subscribed);

    telegram.deny(group, 'text messages', 'photos');
    await place.put({ 'data/snapshots/lighthouse.md': lighthouse });
    await telegram.waitFor(() => telegram.calls().some(({ status }) => status === 400), 'a refused digest');
    telegram.promote(group.id);
    await untilSaid(TITLE);

    await place.put({ 'data/snapshots/lighthouse.md': changed });
    await untilRead();
    telegram.say(owner, group.id, typed.article);
    const hasButton = ({ reply_markup: menu }: ReturnType<typeof said>[number]) =>
      menu?.inline_keyboard.flat().some(({ text }) => text === words.button) === true;
    telegram.press(owner, await telegram.waitFor(() => said().findLast(hasButton), words.button), words.button);
    await untilSaid(words.changes);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
    expect([telegram.violations(), telegram.unanswered()]).toEqual([[], []]);
  },
  120_000,
);
