import type { digests as english } from '../en/digests.ts';
import type { Translation } from '../messages.ts';

export const digests = {
  'digest.next': '下一期：{{time}}',
  'digest.nothing': '沒有新文章。',
  'digest.news': '新文章',
  'digest.updated': '有更新',
  'digest.late': '遲到的一期：到點時沒能發出。',
  'digest.daily': '每日文摘',
  'digest.title': '文摘',
  'digest.since': '{{date}} 起',
  'digest.total_other': '{{count}} 篇',
  'digest.fallback': '最近 24 小時沒有新文章，以下是在那之前最新的幾篇。',
  'digest.none': '{{date}} 以後沒有新文章。',
  'digest.empty': '目前還沒有文章，所以也沒有文摘。',
  'digest.more_other': '還有 {{count}} 篇。',

  'button.resend': '再發一次：{{time}} · {{what}}',

  'preview.title': '下一期，目前為止',
  'preview.example': '先看個樣子：最新的幾篇',
  'preview.none': '還沒有適合這個訂閱的文章。',

  'edition.gone': '這一期文摘已經不在了。',
  'edition.end': '這一期沒有更多文章了。',

  'resend.done': '✓ 正在重新發送。',
  'resend.none': '沒有什麼要重發：已經送到，正在路上，或者會在下一期裡。',
  'resend.paused': '它的訂閱暫停了，恢復後會自己接著發。',
  'resend.rests': '它的訂閱停著。請先恢復，再重發。',

  'status.title': '狀態',
  'status.subscriptions_other': '訂閱 {{count}} 個',
  'status.last': '上一期送達：{{time}}。',
  'status.noLast': '還沒有發過文摘。',
  'status.next': '下一期：{{time}}。',
  'status.noNext': '沒有要發的文摘。',
  'status.waiting_other': '有 {{count}} 期正在路上。',
  'status.toFollowers': '{{time}} 的一期已送達，還要發布給追蹤者。',
  'status.notToFollowers': '但沒能發布給追蹤者：平台沒有接收。這裡還是公告頻道嗎？',
  'status.held': '{{time}} 的一期還沒發出，之後會再試：{{why}}',
  'status.failed': '{{time}} 的一期沒能發出：{{why}}',
  'status.unreadable_other':
    '本聊天有 {{count}} 筆已存的記錄損壞，已略過。請告訴執行這個機器人的人：npm run doctor 會指出它們。',
  'status.refused_other': '有 {{count}} 個快照無法讀取。',

  'reason.gone': '我已經進不去了。',
  'reason.forbidden': '我沒有在那裡發言的權限。',
  'reason.busy': '平台一整天都沒有回應。',
  'reason.refused': '平台沒有接收。',
  'reason.paused': '途中被暫停了。',
  'reason.other': '我這邊出了狀況。',

  'why.title': '〈{{title}}〉',
  'why.sent': '在 {{time}} 的一期裡。',
  'why.onItsWay': '在 {{time}} 的一期裡，正在路上。',
  'why.failed': '在 {{time}} 的一期裡，但沒能發出：{{why}}',
  'why.source': '沒有：只要來自 {{sites}} 的。',
  'why.without': '沒有：不要含有{{words}}的。',
  'why.topics': '沒有：只要含有{{words}}的。',
  'why.next': '在等下一期。',
  'why.before': '沒有：訂閱之前（{{time}}）它就在了。',
  'why.backfill': '沒有：開始收錄這個網站之前，它就發布了。',
  'why.earlier': '在更早的一期裡，或者因為暫停太久而略過了。',
} as const satisfies Translation<typeof english, 'other'>;
