/** Other names of commands, each with the command that it types. Names that a command declares itself need not be repeated. */
const ALIASES: Readonly<Record<string, string>> = {
  help: 'ayuda aide hilfe ajuda aiuto помощь допомога yardım مساعدة ヘルプ 도움말 commands menu about info 说明 說明 菜单 選單 开始 開始 用法 使用说明 使用說明 怎么用 怎麼用',
  articles:
    'latest newest news recent feed list_articles sources sites 来源 來源 网站 網站 新闻 新聞 最新 最新文章 文章列表 最近',
  search: 'find query look 搜 查 查找 搜寻 搜尋 找 查詢 查询',
  digest: 'today summary briefing 简报 簡報 日报 日報 早报 早報 晚报 晚報 摘要',
  article: 'open read contents toc original 原文 目录 目錄 阅读 閱讀 读 讀 看',
  section: 'chapter part 节 節 章 小节',
  related: 'similar 相关 相關 类似 類似',
  subscribe: 'sub add remind 订 訂 訂閱 新增订阅 添加订阅',
  subscriptions:
    'suscripciones abonnements abos assinaturas abbonamenti подписки підписки abonelikler اشتراكاتي 구독목록 list subs mysubs my_subscriptions 订阅列表 訂閱列表 查看订阅 查看訂閱 已订阅 我的訂閱 列表',
  unsubscribe: 'stop unsub remove delete cancel end quit off 取消 删除 刪除 取消訂閱 停止 停止订阅',
  'unsubscribe all': 'stopall unsubscribeall cancelall 退订全部 全部退订 取消全部 取消所有订阅 退訂全部',
  pause: 'snooze hold suspend 暂停推送 暫停推送 暂停订阅',
  resume: 'continue unpause restart 继续 繼續 恢复推送 恢復推送',
  settings:
    'ajustes configuración réglages paramètres einstellungen configurações impostazioni настройки налаштування ayarlar الإعدادات 設定 설정 setup set config options preferences prefs 设定 設定 設置 选项 選項 配置',
  'settings zone': 'timezone tz time_zone zone 时区 時區',
  'settings language': 'language lang locale 语言 語言',
  'settings quiet': 'quiet dnd quiet_hours 免打扰 免打擾 勿扰 勿擾 静音时段 安静时段',
  'settings silent on': 'mute silent',
  'settings silent off': 'unmute',
  forget: 'forgetme forget_me reset deletedata 清除数据 清除資料 忘记我 忘記我 删除数据',
  status: 'stats health 运行状态',
};
const byAlias = new Map(
  Object.entries(ALIASES).flatMap(([line, names]) => names.split(' ').map((name) => [name, line] as const)),
);

/** The command that an alias types, with the input behind it: `/language 繁體` is `/settings language 繁體`. */
export function expandAlias(name: string, input: string): { name: string; input: string } | undefined {
  const line = byAlias.get(name.normalize('NFKC').toLowerCase());
  if (line === undefined) return undefined;
  const [command = '', ...args] = line.split(' ');
  return { name: command, input: [...args, input].join(' ').trim() };
}
