import type { digests as english } from '../en/digests.ts';
import type { Translation } from '../messages.ts';

export const digests = {
  'digest.next': '下一期：{{time}}',
  'digest.nothing': '没有新文章。',
  'digest.news': '新文章',
  'digest.updated': '有更新',
  'digest.late': '迟到的一期：到点时没能发出。',
  'digest.daily': '每日文摘',
  'digest.title': '文摘',
  'digest.since': '{{date}} 以来',
  'digest.total_other': '{{count}} 篇',
  'digest.fallback': '最近 24 小时没有新文章，以下是此前最新的几篇。',
  'digest.none': '{{date}} 以来没有新文章。',
  'digest.empty': '还没有文章，所以也没有文摘。',
  'digest.more_other': '另有 {{count}} 篇。',

  'button.resend': '再发一次：{{time}} · {{what}}',

  'preview.title': '下一期，目前为止',
  'preview.example': '先看个样子：最新的几篇',
  'preview.none': '还没有适合这个订阅的文章。',

  'edition.gone': '这一期文摘已经不在了。',
  'edition.end': '这一期没有更多文章了。',

  'resend.done': '✓ 正在重新发送。',
  'resend.none': '没有什么要重发：已经送到，正在路上，或者会在下一期里。',
  'resend.paused': '它的订阅暂停了，恢复后会自己接着发。',
  'resend.rests': '它的订阅停着。请先恢复，再重发。',

  'status.title': '状态',
  'status.subscriptions_other': '订阅 {{count}} 个',
  'status.last': '上一期送达：{{time}}。',
  'status.noLast': '还没有发过文摘。',
  'status.next': '下一期：{{time}}。',
  'status.noNext': '没有要发的文摘。',
  'status.waiting_other': '有 {{count}} 期正在路上。',
  'status.toFollowers': '{{time}} 的一期已送达，还要发布给关注者。',
  'status.notToFollowers': '但没能发布给关注者：平台没有接收。这里还是公告频道吗？',
  'status.held': '{{time}} 的一期还没发出，之后会再试：{{why}}',
  'status.failed': '{{time}} 的一期没能发出：{{why}}',
  'status.unreadable_other':
    '本聊天有 {{count}} 条已存的记录损坏，已跳过。请告诉运行这个机器人的人：npm run doctor 会指出它们。',
  'status.refused_other': '有 {{count}} 个快照无法读取。',

  'reason.gone': '我已经进不去了。',
  'reason.forbidden': '我没有在那里发言的权限。',
  'reason.busy': '平台一整天都没有应答。',
  'reason.refused': '平台没有接收。',
  'reason.paused': '途中被暂停了。',
  'reason.other': '我这边出了差错。',

  'why.title': '《{{title}}》',
  'why.sent': '在 {{time}} 的一期里。',
  'why.onItsWay': '在 {{time}} 的一期里，正在路上。',
  'why.failed': '在 {{time}} 的一期里，但没能发出：{{why}}',
  'why.source': '没有：只要来自 {{sites}} 的。',
  'why.without': '没有：不要含有{{words}}的。',
  'why.topics': '没有：只要含有{{words}}的。',
  'why.next': '在等下一期。',
  'why.before': '没有：订阅之前（{{time}}）它就在了。',
  'why.backfill': '没有：开始收录这个网站之前，它就发布了。',
  'why.earlier': '在更早的一期里，或者因为暂停太久而略过了。',
} as const satisfies Translation<typeof english, 'other'>;
