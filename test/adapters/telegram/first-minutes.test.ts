import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
import { wanted, wantedBy } from '../../fixtures/first-minutes.ts';
import { useBots } from '../../fixtures/telegram.ts';

/** What new readers type in private until they have what they want; `[…]` presses a button of the last answer. */
const WALKS = [
  ['en', 'Taiwan', ['/start', '/subscribe weekdays at 8 in Shanghai, only Taiwan']],
  ['en', 'Taiwan', ['hello', 'send me Taiwan news on weekdays at 8 in Shanghai', '[/subscribe']],
  ['en', 'taiwan', ['/start', '/subscribe taiwan', '/settings time zone Shanghai', '/subscribe #1 weekdays 8am']],
  ['zh-hans', '台湾', ['/start', '/订阅 工作日早上八点，上海时间，只看台湾']],
  ['zh-hans', '台湾', ['你好', '请在工作日早上8点（上海时间）给我发台湾新闻', '[/subscribe']],
  ['zh-hant', '臺灣', ['/start', '訂閱 臺灣', '設定 時區 上海', '/訂閱 #1 平日早上八點']],
  ['ar', 'تايوان', ['/start', '/subscribe أيام العمل الساعة 8 صباحا بتوقيت شنغهاي تايوان فقط']],
  ['ar', 'تايوان', ['مرحبا', 'أرسل لي أخبار تايوان أيام العمل الساعة ٨ صباحا بتوقيت شنغهاي', '[/subscribe']],
] as const;

const start = useBots();

describe('a new reader', () => {
  it.each(WALKS)('has what they want in less than six messages in %s, about %s: %j', async (code, topic, lines) => {
    let minutes = 0;
    const clock = { ...systemClock, monotonicMs: () => systemClock.monotonicMs() + minutes * 60_000 };
    const bot = await start({ clock });
    const { telegram, talk } = bot;
    const reader = telegram.addUser({ language_code: code });
    const answers = () => telegram.botMessages(reader.id);
    for (const line of lines) {
      minutes += 1;
      const [before, latest] = [answers().length, answers().at(-1)];
      if (line.startsWith('[') && latest !== undefined) {
        const labels = (latest.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
        const { text: shown } = latest;
        telegram.press(reader, latest, labels.find((label) => label.startsWith(line.slice(1))) ?? line);
        await telegram.waitFor(() => answers().at(-1)?.text !== shown, `an answer to ${line}`);
      } else {
        telegram.say(reader, reader.id, line);
        await telegram.waitFor(() => answers().length > before, `an answer to ${line}`);
      }
    }
    expect(lines.length).toBeLessThan(6);
    expect(await wantedBy(talk, chatOf(reader.id))).toEqual(wanted(topic));
    expect([telegram.violations(), telegram.unanswered(), bot.reported]).toEqual([[], [], []]);
  });
});

function chatOf(id: number) {
  return { platform: 'telegram', chat: String(id) };
}
