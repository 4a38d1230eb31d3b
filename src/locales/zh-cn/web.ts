import type { web as english } from '../en/web.ts';
import type { Translation } from '../messages.ts';

export const web = {
  'web.skip': '跳到正文',
  'web.search': '搜索',
  'web.all': '全部网站',
  'web.sites': '网站',
  'web.missing': '没有这个页面。',
  'web.failed': '出了点问题，请再试一次。',
  'web.close': '关闭',
  'web.earlierVersion': '较早的版本，{{date}}',
  'web.key.next': '下一篇或下一节',
  'web.key.previous': '上一篇或上一节',
  'web.keys': '快捷键',
  'web.newestVersion': '最新版本',
  'web.versions_other': '{{count}} 个版本',
  'web.arrives': '预计{{time}}送达时的样子',
  'web.asEmail': '邮件版',
  'web.asText': '纯文本版',
  'web.digests': '文摘',
  'web.inBrowser': '在浏览器中打开',
  'web.opml': '关注的网站（OPML）',
  'web.subscriptions': '订阅',
} as const satisfies Translation<typeof english, 'other'>;
