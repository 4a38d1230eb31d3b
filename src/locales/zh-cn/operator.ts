import type { operator as english } from '../en/operator.ts';
import type { Translation } from '../messages.ts';

export const operator = {
  'console.hint': '输入词语即搜索，输入编号即按下那个按钮，/帮助 列出所有命令。Tab 键补全，quit 离开。',
  'console.again': '再按一次 Ctrl-C 离开，输入 quit 也可以。',
  'console.noButtons': '上一个回答没有按钮。/帮助 列出所有命令。',
  'console.onlyButton': '没有按钮 {{number}}：上一个回答只有 {{first}}。',
  'console.noButton': '没有按钮 {{number}}：上一个回答的按钮是 {{first}} 到 {{last}}。',
  'console.reading': '正在读取快照：{{done}} / {{total}}',
  'console.refused_other': '有 {{count}} 个快照无法读取。npm run doctor 会说明是哪些、为什么。',
  'console.nothing': '{{folder}} 里没有快照。请把 .md、.txt 或 .html 文件放进去，或用 SNAPSHOTS_DIR 指定别的文件夹。',

  'doctor.settings': '设置可用。',
  'doctor.snapshots_other': '{{folder}} 里有 {{count}} 个快照。',
  'doctor.deleted_other':
    '有 {{count}} 个快照已被删除。如果文件一天内没有恢复，对应的文章就会移出文库。想保留，请设置 KEEP_DELETED=yes。',
  'doctor.kept_other': '有 {{count}} 个快照已被删除，其文章按 KEEP_DELETED=yes 予以保留。',
  'doctor.articles_other': '{{file}} 里有 {{count}} 篇文章。',
  'doctor.refused_other': '有 {{count}} 个快照被拒收。请改正或移走，其余的照常读取。',
  'doctor.unreadable_other': '有 {{count}} 条已存的记录无法读取。它们会被跳过并保留，其余的照常。',
  'doctor.risk.not-logged':
    'Redis 服务器重启时可能丢失最近的改动。请设置 appendonly yes 和 appendfsync always；用 everysec 则最多丢失一秒。',
  'doctor.risk.not-synced':
    'Redis 服务器所在的机器崩溃时可能丢失改动。请设置 appendfsync always；用 everysec 则最多丢失一秒。',
  'doctor.risk.evicts': 'Redis 服务器内存用满时可能删除数据。请设置 maxmemory-policy noeviction。',
  'doctor.risk.few-connections':
    'PostgreSQL 最多允许 {{most}} 个连接（max_connections），其中 {{others}} 个已被其他程序占用或保留，而 Gazette 的每个进程最多会打开 {{each}} 个。除正在运行的 {{processes}} 个进程外，已容不下新的进程。请把 max_connections 至少设为 {{needed}}。',
  'doctor.more_other': '另有 {{count}} 个',
  'doctor.fine': '一切正常。{{next}}',
  'doctor.rest': '其余正常。{{next}}',
  'doctor.opens': 'npm start 打开控制台。',
  'doctor.mirror': '镜像 {{mirror}}：仓库可以访问。',
  'doctor.noMirror':
    '镜像 {{mirror}}：{{why}}。请检查 MIRRORS 里的地址，以及这台机器能否访问它。已拉取的内容仍可阅读。',
  'doctor.serves': 'npm start 会在 {{platforms}} 上运行。',
  'doctor.joined': '{{platform}} 登录正常，账号 {{name}}。邀请链接：{{invitation}}',
  'doctor.unreachable': '连不上 {{platform}}：{{why}}。请检查这台机器的网络和代理设置。',
  'doctor.shutOut': '无法登录 {{platform}}：{{why}}。请检查令牌，以及这台机器能否连上它。',
  'doctor.portFree': 'HTTP_PORT {{port}} 空闲。',
  'doctor.portServed': '正在运行的机器人在 HTTP_PORT {{port}} 应答。',
  'doctor.webhook': '{{platform}} 把消息发到 TELEGRAM_WEBHOOK_URL。等待中的消息：{{count}}。',
  'doctor.webhookFailing':
    '{{platform}} 在 {{at}} 没能连上 TELEGRAM_WEBHOOK_URL：{{why}}。等待中的消息：{{count}}。如果当时机器人在运行，请检查代理及其证书。',
  'doctor.webhookNew': '{{platform}} 还不知道 TELEGRAM_WEBHOOK_URL，下次启动时会登记。',
  'doctor.webhookOther': '{{platform}} 把消息发到另一个地址，主机是 {{host}}。下次启动时会改为 TELEGRAM_WEBHOOK_URL。',
  'doctor.webhookLeft': '{{platform}} 把消息发到 {{host}} 的 webhook，而设置里没有它。下次启动时会删除它，改用轮询。',

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
  'store.foreign': '它是其他程序的数据库，或者版本号被改动过。请换一个文件，或恢复备份。',
  'store.empty': '它是空的（0 字节），磁盘已满或复制中断时会这样。请恢复备份；要重新开始就删除它。',
  'store.incomplete': '它不见了，但它的 -wal 文件还在。请恢复备份；要重新开始就删除那个文件。',
  'store.rescued':
    '它在 Gazette 运行时被删除；数据已保存在旁边以 .rescued 结尾的文件里。请把那个文件改回原名；要重新开始就删除它。',
  'store.deleted':
    '它在 Gazette 运行时被删除或替换。数据已保存在旁边以 .rescued 结尾的文件里。请把那个文件改回原名，再启动 Gazette。',
  'store.in-use': '另一个 Gazette 进程正在使用它。请先停止那个进程，否则每期文摘都会发两次。',
  'store.unreadable': '其中一条记录无法读取。它会被跳过并保留，其他一切照常。',
  'store.closed': '已关闭。',
  'store.server-lost': '数据库服务器没有回应。请检查它是否在运行，以及本机能否连上。之后会自动重新连接。',
  'store.server-busy': '数据库服务器太忙，或者另一个程序锁定得太久。请再试一次。',
  'store.server-full': '数据库服务器的磁盘或内存已满。请在那里腾出空间；此前存下的都还在。',
  'store.server-read-only': '数据库服务器不接受写入。请选用主服务器，而不是它的副本。',
  'store.server-damaged': '数据库服务器无法读写自己的文件。请查看它的日志，并恢复备份。',
  'store.foreign-database':
    '里面有其他程序的表，或者编码不是 UTF-8。请为 Gazette 单独建一个数据库：createdb --encoding=UTF8 gazette',
  'store.no-database': '没有这个数据库。请创建：createdb --encoding=UTF8 gazette',
  'store.denied': '数据库服务器拒绝访问。请检查用户名、密码和该用户的权限。',
  'store.dump':
    'PostgreSQL 有自己的备份工具。请用 pg_dump --format=custom --file=文件；恢复时先停止所有进程，再用 pg_restore --clean --if-exists --dbname=数据库 文件。',
  'store.no-state': '这里没有 Gazette 的数据。请检查 --from 后面的地址。',
  'store.same-store': '两个地址是同一个存储。请在 --to 后面写另一个。',
  'store.not-empty': '它不是空的，没有写入任何内容。请在 --to 后面写一个新文件或空数据库。',
  'store.other-migration':
    '这里有一次来自另一个存储的迁移没有完成。请先完成那一次，或在 --to 后面写一个新文件或空数据库。',
  'store.migrating':
    '迁移到这里的过程没有完成，数据还不完整。请再运行一次同样的 npm run migrate，或把 STORE_URL 设为另一个存储。',
  'store.differs': '它的内容与来源不同。请停止使用这两个存储的所有进程，再运行一次同样的命令。',
  'store.no-number': '服务器上没有这个编号的数据库。请在地址末尾用较小的编号，例如 0。',
  'store.server-backup':
    'Redis 有自己的备份方式。请复制它的追加文件（AOF）所在的文件夹，或用 redis-cli --rdb 文件 导出；恢复时先停止服务器。',
  'store.no-articles':
    '这个文章库是空的，而其他进程已有文章，所以本进程不会推送。请让一个带 collect 角色的进程把同样的快照（SNAPSHOTS_DIR）读入这个文件，或在 STORE_URL 末尾用 ?library=文件 指定它所用的文件。',

  'telegram.joined': 'Telegram：已连接，身份是 {{name}}。把它加进群组：{{url}}',
  'telegram.back': 'Telegram 已恢复。',
  'telegram.lost': '连接不上 Telegram，会继续尝试：{{why}}',
  'telegram.conflict':
    'Telegram：另一个程序也在用同一个机器人令牌接收消息，每条消息只会到其中一个。请停掉一个。（{{why}}）',

  'discord.joined': 'Discord：已连接，身份是 {{name}}。把它加进服务器：{{url}}',
  'discord.back': 'Discord 已恢复。',
  'discord.lost': '连接不上 Discord，会继续尝试：{{why}}',
  'discord.stopped':
    '无法登录 Discord：{{why}} 请重新复制应用的令牌（discord.com/developers，Bot，Reset Token），设置 DISCORD_TOKEN，再启动。',
  'discord.closed':
    'Discord 断开了连接，不会自动恢复：{{why}}。请查看应用的 Bot 页面（discord.com/developers），使用最新的 Gazette，再启动。',
  'operator.notice': 'Gazette 需要你处理：{{line}}',
  'operator.unreadable_other': '有 {{count}} 条存储的数据读不出来，已跳过。用 npm run doctor 查看是哪些。',
  'operator.notRevised': '文章有改动，但 {{id}} 保持原样：{{why}}',
  'operator.feedsFull': '这个机器人已关注 {{count}} 个网站，达到上限，任何聊天都不能再关注新的网站。',
} as const satisfies Translation<typeof english, 'other'>;
