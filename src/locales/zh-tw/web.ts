import type { web as english } from '../en/web.ts';
import type { Translation } from '../messages.ts';

export const web = {
  'web.skip': '跳到內文',
  'web.search': '搜尋',
  'web.all': '全部網站',
  'web.sites': '網站',
  'web.missing': '沒有這個頁面。',
  'web.failed': '出了點問題，請再試一次。',
} as const satisfies Translation<typeof english, 'other'>;
