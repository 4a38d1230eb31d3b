import type { personal as english } from '../en/personal.ts';
import type { Translation } from '../messages.ts';

export const personal = {
  'button.save': '收藏',
  'button.saved': '我的收藏',
  'button.unsave': '取消收藏',
  'button.remove': '移除',
  'since.title': '上次以来的新文章',
  'since.nothing': '上次以来没有新文章。',
  'save.done': '✓ 已收藏：《{{title}}》',
  'save.already': '已经收藏过了：《{{title}}》',
  'save.full': '收藏已满（{{count}} 篇），请先移除几篇。',
  'saved.title': '我的收藏',
  'saved.which': '要移除哪篇？',
  'saved.none': '还没有收藏文章。打开一篇文章，点“收藏”；或者发送 /收藏 加列表里的编号。',
  'unsave.done': '已取消收藏：《{{title}}》',
  'unsave.unknown': '收藏里没有这篇文章。',
} as const satisfies Translation<typeof english, 'other'>;
