import type { personal as english } from '../en/personal.ts';
import type { Translation } from '../messages.ts';

export const personal = {
  'button.save': '收藏',
  'button.saved': '我的收藏',
  'button.unsave': '取消收藏',
  'button.remove': '移除',
  'since.title': '上次以來的新文章',
  'since.nothing': '上次以來沒有新文章。',
  'save.done': '✓ 已收藏：〈{{title}}〉',
  'save.already': '已經收藏過了：〈{{title}}〉',
  'save.full': '收藏已滿（{{count}} 篇），請先移除幾篇。',
  'saved.title': '我的收藏',
  'saved.which': '要移除哪一篇？',
  'saved.none': '還沒有收藏文章。開啟一篇文章，點「收藏」；或者傳送 /收藏 加上清單裡的編號。',
  'unsave.done': '已取消收藏：〈{{title}}〉',
  'unsave.unknown': '收藏裡沒有這篇文章。',
} as const satisfies Translation<typeof english, 'other'>;
