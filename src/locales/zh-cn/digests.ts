import type { digests as english } from '../en/digests.ts';
import type { Translation } from '../messages.ts';

export const digests = {
  'digest.next': '下一期：{{time}}',
  'digest.nothing': '没有新文章。',
  'digest.news': '新文章',
  'digest.updated': '有更新',
  'digest.late': '补发：没能准时发出。',
  'digest.daily': '每日文摘',
  'digest.title': '文摘',
  'digest.since': '{{date}} 以来',
  'digest.total_other': '{{count}} 篇',
  'digest.fallback': '最近 24 小时没有新文章，以下是此前最新的文章。',
  'digest.none': '{{date}} 以来没有新文章。',
  'digest.empty': '还没有文章，所以也没有文摘。',
  'digest.more_other': '另有 {{count}} 篇。',

  'button.resend': '重发：{{time}} · {{what}}',

  'preview.title': '下一期预览（截至目前）',
  'preview.example': '预览：最新的几篇文章',
  'preview.none': '还没有适合这个订阅的文章。',

  'edition.gone': '这一期文摘已经不在了。',
  'edition.end': '这一期没有更多文章了。',

  'resend.done': '✓ 正在重新发送。',
  'resend.none': '无需重发：已送达、正在发送，或会并入下一期。',
  'resend.paused': '订阅已暂停，恢复后会继续发送。',
  'resend.rests': '订阅已停止。请先恢复，再重发。',

  'status.title': '状态',
  'status.subscriptions_other': '{{count}} 个订阅',
  'status.last': '上一期送达：{{time}}。',
  'status.noLast': '还没有发过文摘。',
  'status.next': '下一期：{{time}}。',
  'status.noNext': '没有待发的文摘。',
  'status.waiting_other': '正在发送 {{count}} 期。',
  'status.toFollowers': '{{time}} 那一期已送达本频道，还要转发给关注的频道。',
  'status.notToFollowers': '但没能转发给关注的频道：平台拒绝了。这里还是公告频道吗？',
  'status.held': '{{time}} 那一期还没发出，稍后会再试：{{why}}',
  'status.failed': '{{time}} 那一期没能发出：{{why}}',
  'status.unreadable_other':
    '本聊天有 {{count}} 条数据已损坏并被跳过。请转告管理员：运行 npm run doctor 可以看到是哪些。',
  'status.refused_other': '有 {{count}} 个快照无法读取。',

  'reason.gone': '我已不在那个聊天里。',
  'reason.forbidden': '我没有在那里发言的权限。',
  'reason.busy': '平台一整天没有响应。',
  'reason.refused': '平台拒收了这条消息。',
  'reason.paused': '发送途中订阅被暂停。',
  'reason.other': '我这边出错了。',

  'why.title': '《{{title}}》',
  'why.sent': '已在 {{time}} 那一期发出。',
  'why.onItsWay': '在 {{time}} 那一期里，正在发送。',
  'why.held': '在 {{time}} 那一期里，还没发出，稍后会再试：{{why}}',
  'why.failed': '在 {{time}} 那一期里，但没能发出：{{why}}',
  'why.source': '未发送：这个订阅只收 {{sites}} 的文章。',
  'why.without': '未发送：这个订阅不收含“{{words}}”的文章。',
  'why.topics': '未发送：这个订阅只收含“{{words}}”的文章。',
  'why.next': '尚未发送。',
  'why.before': '未发送：文章在订阅（{{time}}）之前就有了。',
  'why.backfill': '未发送：文章在收录这个网站之前就发布了。',
  'why.earlier': '在更早的一期里，或因暂停太久而略过。',
} as const satisfies Translation<typeof english, 'other'>;
