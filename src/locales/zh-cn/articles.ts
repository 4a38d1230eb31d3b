import type { articles as english } from '../en/articles.ts';
import type { Translation } from '../messages.ts';

export const articles = {
  'button.images': '🖼 图片 {{count}}',
  'button.links': '🔗 链接 {{count}}',
  'button.related': '相关文章 {{count}}',
  'button.original': '原文 ↗',
  'button.read': '从头读起',
  'button.readAll': '阅读全文',
  'button.previous': '‹ 上一节',
  'button.next': '下一节 ›',
  'button.contents': '目录',
  'button.back': '‹ 返回',
  'button.newer': '‹ 较新',
  'button.older': '较早 ›',
  'button.rest': '还有 {{count}} 篇 ›',
  'button.newest': '最新文章',
  'button.digest': '文摘',
  'button.everything': '全部打开 ▾',
  'button.help': '帮助',
  'button.search': '搜索“{{words}}”',
  'button.again': '再试一次',
  'button.pageBefore': '‹ 上一页',
  'button.pageAfter': '下一页 ›',

  'about.minutes_other': '约 {{count}} 分钟',
  'about.images_other': '图片 {{count}}',
  'about.links_other': '链接 {{count}}',
  'about.versions_other': '另有 {{count}} 个较早的版本（最近一个：{{date}}）。',
  'about.versionsUndated_other': '另有 {{count}} 个较早的版本。',
  'about.machineWritten': '摘要由语言模型撰写，可能有误。',
  'about.fromFeed': '正文来自订阅源：网页上能读到的更少。',
  'about.fromSummary': '只有订阅源里的摘要：这个网站不让我读取网页。',
  'about.keywords': '关键词：{{words}}',

  'join.names': '、',
  'join.notes': '；',
  'join.or': '或',
  'join.value': '：',

  'when.today': '今天',
  'when.tomorrow': '明天',
  'when.yesterday': '昨天',

  'days.every': '每天',
  'days.weekdays': '工作日',
  'days.weekends': '周末',

  'section.lead': '导语',
  'section.part': '第 {{number}} 部分',
  'section.position': '{{number}} / {{total}}',
  'section.empty': '这一节没有文字。',

  'related.title': '与《{{title}}》相关',
  'related.none': '没有与《{{title}}》相关的文章。',

  'images.none': '《{{what}}》里没有图片。',

  'links.title': '链接',
  'links.related': '相关阅读',
  'links.none': '《{{what}}》里没有链接。',

  'picture.label': '图：',
  'picture.untitled': '没有说明',
  'picture.credit': '（{{credit}}）',

  'list.title': '最新文章',
  'list.titleFrom': '{{source}} 的最新文章',
  'list.page': '第 {{page}} / {{pages}} 页',
  'list.total_other': '共 {{count}} 篇',
  'list.none': '还没有文章。',
  'list.pastEnd': '列表到第 {{pages}} 页为止。',
  'list.unknownSource': '没有来自 {{source}} 的文章。我有这些网站的：',
  'list.whichSource': '有几个网站都叫 {{source}}，要哪一个？',

  'search.title': '“{{words}}”',
  'search.found_other': '{{count}} 篇',
  'search.best': '最相关的 {{count}} 篇',
  'search.none': '没有找到含“{{words}}”的文章。少写几个词或换个词试试。',
} as const satisfies Translation<typeof english, 'other'>;
