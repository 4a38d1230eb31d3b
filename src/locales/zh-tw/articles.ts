import type { articles as english } from '../en/articles.ts';
import type { Translation } from '../messages.ts';

export const articles = {
  'button.images': '🖼 圖片 {{count}}',
  'button.links': '🔗 連結 {{count}}',
  'button.related': '相關文章 {{count}}',
  'button.original': '原文 ↗',
  'button.read': '從頭讀起',
  'button.readAll': '閱讀全文',
  'button.previous': '‹ 上一節',
  'button.next': '下一節 ›',
  'button.contents': '目錄',
  'button.back': '‹ 返回',
  'button.newer': '‹ 較新',
  'button.older': '較舊 ›',
  'button.rest': '還有 {{count}} 篇 ›',
  'button.newest': '最新文章',
  'button.digest': '文摘',
  'button.everything': '全部展開 ▾',
  'button.help': '說明',
  'button.search': '搜尋「{{words}}」',
  'button.again': '再試一次',
  'button.pageBefore': '‹ 上一頁',
  'button.pageAfter': '下一頁 ›',

  'about.minutes_other': '約 {{count}} 分鐘',
  'about.images_other': '圖片 {{count}}',
  'about.links_other': '連結 {{count}}',
  'about.versions_other': '另有 {{count}} 個先前的版本（最近一個：{{date}}）。',
  'about.versionsUndated_other': '另有 {{count}} 個先前的版本。',
  'about.machineWritten': '摘要由語言模型撰寫，可能有誤。',
  'about.fromFeed': '內文來自訂閱源：網頁上能讀到的較少。',
  'about.fromSummary': '只有訂閱源裡的摘要：這個網站不讓我讀取網頁。',
  'about.keywords': '關鍵詞：{{words}}',

  'join.names': '、',
  'join.notes': '；',
  'join.or': '或',
  'join.value': '：',

  'when.today': '今天',
  'when.tomorrow': '明天',
  'when.yesterday': '昨天',

  'days.every': '每天',
  'days.weekdays': '工作日',
  'days.weekends': '週末',

  'section.lead': '前言',
  'section.part': '第 {{number}} 部分',
  'section.position': '{{number}} / {{total}}',
  'section.empty': '這一節沒有文字。',

  'related.title': '與《{{title}}》相關',
  'related.none': '沒有與《{{title}}》相關的文章。',

  'images.none': '〈{{what}}〉裡沒有圖片。',

  'links.title': '連結',
  'links.related': '延伸閱讀',
  'links.none': '〈{{what}}〉裡沒有連結。',

  'picture.label': '圖：',
  'picture.untitled': '沒有說明',
  'picture.credit': '（{{credit}}）',

  'list.title': '最新文章',
  'list.titleFrom': '{{source}} 的最新文章',
  'list.page': '第 {{page}} / {{pages}} 頁',
  'list.total_other': '共 {{count}} 篇',
  'list.none': '目前還沒有文章。',
  'list.pastEnd': '清單只到第 {{pages}} 頁。',
  'list.unknownSource': '沒有 {{source}} 的文章。目前有這些網站：',
  'list.whichSource': '有好幾個網站都符合 {{source}}，要看哪一個？',

  'search.title': '「{{words}}」',
  'search.found_other': '{{count}} 篇',
  'search.best': '最相關的 {{count}} 篇',
  'search.none': '找不到含有「{{words}}」的文章。減少或換個關鍵字試試看。',
} as const satisfies Translation<typeof english, 'other'>;
