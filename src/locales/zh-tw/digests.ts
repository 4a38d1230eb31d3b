import type { digests as english } from '../en/digests.ts';
import type { Translation } from '../messages.ts';

export const digests = {
  'digest.next': '下一期：{{time}}',
  'digest.nothing': '沒有新文章。',
  'digest.news': '新文章',
  'digest.updated': '有更新',
  'digest.late': '補發：沒能準時送出。',
  'digest.daily': '每日文摘',
  'digest.title': '文摘',
  'digest.since': '{{date}} 起',
  'digest.total_other': '{{count}} 篇',
  'digest.fallback': '最近 24 小時沒有新文章，以下是在那之前最新的文章。',
  'digest.none': '{{date}} 以後沒有新文章。',
  'digest.empty': '目前還沒有文章，所以也沒有文摘。',
  'digest.more_other': '還有 {{count}} 篇。',

  'button.resend': '重發：{{time}} · {{what}}',

  'preview.title': '下一期預覽（截至目前）',
  'preview.example': '預覽：最新的幾篇文章',
  'preview.none': '還沒有適合這個訂閱的文章。',

  'edition.gone': '這一期文摘已經不在了。',
  'edition.end': '這一期沒有更多文章了。',

  'resend.done': '✓ 正在重新發送。',
  'resend.none': '不必重發：已送達、正在發送，或會併入下一期。',
  'resend.paused': '訂閱已暫停，恢復後會繼續發送。',
  'resend.rests': '訂閱已停止。請先恢復，再重發。',

  'status.title': '狀態',
  'status.subscriptions_other': '{{count}} 個訂閱',
  'status.last': '上一期送達：{{time}}。',
  'status.noLast': '還沒有發過文摘。',
  'status.next': '下一期：{{time}}。',
  'status.noNext': '沒有待發的文摘。',
  'status.waiting_other': '正在發送 {{count}} 期。',
  'status.toFollowers': '{{time}} 那一期已送達本頻道，還要轉發給追蹤的頻道。',
  'status.notToFollowers': '但沒能轉發給追蹤的頻道：平台拒絕了。這裡還是公告頻道嗎？',
  'status.held': '{{time}} 那一期還沒送出，稍後會再試：{{why}}',
  'status.failed': '{{time}} 那一期沒能送出：{{why}}',
  'status.unreadable_other':
    '本聊天有 {{count}} 筆資料已損毀並被略過。請轉告管理員：執行 npm run doctor 可以看到是哪些。',
  'status.refused_other': '有 {{count}} 個快照無法讀取。',

  'reason.gone': '我已不在那個聊天裡。',
  'reason.forbidden': '我沒有在那裡發言的權限。',
  'reason.busy': '平台一整天沒有回應。',
  'reason.refused': '平台拒收了這則訊息。',
  'reason.paused': '發送途中訂閱被暫停。',
  'reason.other': '我這邊出錯了。',

  'why.title': '〈{{title}}〉',
  'why.sent': '已在 {{time}} 那一期送出。',
  'why.onItsWay': '在 {{time}} 那一期裡，正在發送。',
  'why.held': '在 {{time}} 那一期裡，還沒送出，稍後會再試：{{why}}',
  'why.failed': '在 {{time}} 那一期裡，但沒能送出：{{why}}',
  'why.source': '未發送：這個訂閱只收 {{sites}} 的文章。',
  'why.without': '未發送：這個訂閱不收含「{{words}}」的文章。',
  'why.topics': '未發送：這個訂閱只收含「{{words}}」的文章。',
  'why.next': '尚未發送。',
  'why.before': '未發送：文章在訂閱（{{time}}）之前就有了。',
  'why.backfill': '未發送：文章在收錄這個網站之前就發布了。',
  'why.earlier': '在更早的一期裡，或因暫停太久而略過。',
} as const satisfies Translation<typeof english, 'other'>;
