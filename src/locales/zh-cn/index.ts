import { chineseScript } from '../chinese-script.ts';
import type { Locale } from '../locale.ts';
import { messages } from './messages.ts';

/** Simplified Chinese. */
export const zhCn = {
  tag: 'zh-CN',
  name: '简体中文',
  englishName: 'Simplified Chinese',
  typedName:
    /^(?:zh(?:-(?:hans|cn|sg))?(?:-cn)?|(?:simplified )?chinese|中文|汉语|漢語|[简簡][体體](?:中文|字)?|[简簡]中|大陆中文)$/iu,
  matches: (locale) => chineseScript(locale) === 'simplified',
  dates: { tag: 'zh-CN', month: 'long', weekdayFirst: false },
  messages,
} as const satisfies Locale<'other'>;
