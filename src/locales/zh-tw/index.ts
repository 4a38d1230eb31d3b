import { chineseScript } from '../chinese-script.ts';
import type { Locale } from '../locale.ts';
import { messages } from './messages.ts';

/** Traditional Chinese, as written in Taiwan. */
export const zhTw = {
  tag: 'zh-TW',
  name: '繁體中文',
  englishName: 'Traditional Chinese as written in Taiwan',
  typedName:
    /^(?:zh-(?:hant|tw|hk|mo)(?:-\w+)?|traditional chinese|[繁正][体體](?:中文|字)?|繁中|[台臺][湾灣](?:中文)?|香港中文)$/iu,
  matches: (locale) => chineseScript(locale) === 'traditional',
  dates: { tag: 'zh-TW', month: 'long', weekdayFirst: false },
  messages,
} as const satisfies Locale<'other'>;
