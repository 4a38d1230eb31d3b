import type { web as english } from '../en/web.ts';
import type { Translation } from '../messages.ts';

export const web = {
  'web.skip': '跳到內文',
  'web.search': '搜尋',
  'web.all': '全部網站',
  'web.sites': '網站',
  'web.missing': '沒有這個頁面。',
  'web.failed': '出了點問題，請再試一次。',
  'web.close': '關閉',
  'web.earlierVersion': '較早的版本，{{date}}',
  'web.key.next': '下一篇或下一節',
  'web.key.previous': '上一篇或上一節',
  'web.keys': '快速鍵',
  'web.newestVersion': '最新版本',
  'web.versions_other': '{{count}} 個版本',
  'web.arrives': '預計{{time}}送達時的樣子',
  'web.asEmail': '郵件版',
  'web.asText': '純文字版',
  'web.digests': '文摘',
  'web.inBrowser': '在瀏覽器中開啟',
  'web.opml': '關注的網站（OPML）',
  'web.subscriptions': '訂閱',
} as const satisfies Translation<typeof english, 'other'>;
