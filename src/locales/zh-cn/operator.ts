import type { operator as english } from '../en/operator.ts';
import type { Translation } from '../messages.ts';

export const operator = {
  'console.hint': '输入词语即搜索，输入编号即按下那个按钮，/帮助 列出所有命令。Tab 键补全，quit 离开。',
  'console.again': '再按一次 Ctrl-C 离开，输入 quit 也可以。',
  'console.noButtons': '上一个回答没有按钮。/帮助 列出可以问什么。',
  'console.onlyButton': '没有按钮 {{number}}：上一个回答只有 {{first}}。',
  'console.noButton': '没有按钮 {{number}}：上一个回答的按钮是 {{first}} 到 {{last}}。',
  'console.reading': '正在读取快照：{{done}} / {{total}}',
  'console.refused_other': '有 {{count}} 个快照无法读取。npm run doctor 会说明是哪些、为什么。',
  'console.nothing': '{{folder}} 里没有快照。请把 .md、.txt 或 .html 文件放进去，或用 SNAPSHOTS_DIR 指定别的文件夹。',

  'doctor.settings': '设置可用。',
  'doctor.snapshots_other': '{{folder}} 里有 {{count}} 个快照。',
  'doctor.articles_other': '{{file}} 里有 {{count}} 篇文章。',
  'doctor.refused_other': '有 {{count}} 个快照被拒收。请改正或移走，其余的照常读取。',
  'doctor.more_other': '另有 {{count}} 个',
  'doctor.fine': '一切正常。{{next}}',
  'doctor.rest': '其余正常。{{next}}',
  'doctor.opens': 'npm start 打开控制台。',
  'doctor.serves': 'npm start 服务于 {{platforms}}。',
  'doctor.joined': '{{platform}} 认得我，名字是 {{name}}。',
  'doctor.shutOut': '{{platform}} 不让我进去：{{why}}。请检查它的令牌，以及这台机器能否连上它。',

  'refusal.empty': '文件是空的。请重新保存文章。',
  'refusal.too-large': '文件超过 20 MB。请拆开，或删去不属于文章的部分。',
  'refusal.not-utf8': '不是 UTF-8。请把文件存成 UTF-8。',
  'refusal.no-address': '这里没有网址。快照的文章上方需要一行“[标题](https://…)”。',
  'refusal.bad-address': '这不是网址。网址须以 http:// 或 https:// 开头。',
  'refusal.no-content': '开头之后没有文字、图片或链接。请重新保存网页。',

  'store.full': '磁盘已满。请腾出空间再试；此前存下的都还在。',
  'store.busy': '被另一个程序占用太久。请停掉那个程序，或再试一次。',
  'store.read-only': '不能写入。请给这个文件及其文件夹写入权限，或换一个文件。',
  'store.damaged': '不是数据库，或者已损坏。请移走它、恢复备份，或换一个文件。',
  'store.newer': '是由更新的版本写下的。请升级，或换一个文件。',
  'store.unusable': '无法打开或读取。请检查文件夹是否存在、磁盘是否正常，以及权限。',
  'store.closed': '已经关闭。',

  'telegram.joined': 'Telegram：已连接，身份是 {{name}}。',
  'telegram.back': 'Telegram 恢复应答。',
  'telegram.lost': '连接不上 Telegram，会继续尝试：{{why}}',

  'discord.joined': 'Discord：已连接，身份是 {{name}}。',
  'discord.back': 'Discord 恢复应答。',
  'discord.lost': '连接不上 Discord，会继续尝试：{{why}}',
  'discord.stopped':
    'Discord 不让我登录：{{why}} 请重新复制应用的令牌（discord.com/developers，Bot，Reset Token），设置 DISCORD_TOKEN，再启动我。',
  'discord.closed':
    'Discord 彻底断开了连接：{{why}}。请查看应用的 Bot 页面（discord.com/developers），使用最新的 Gazette，再启动我。',
} as const satisfies Translation<typeof english, 'other'>;
