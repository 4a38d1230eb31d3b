import type { web as english } from '../en/web.ts';
import type { Translation } from '../messages.ts';

export const web = {
  'web.skip': '跳到正文',
  'web.search': '搜索',
  'web.all': '全部网站',
  'web.sites': '网站',
  'web.missing': '没有这个页面。',
  'web.failed': '出了点问题，请再试一次。',
} as const satisfies Translation<typeof english, 'other'>;
