import type { platforms as english } from '../en/platforms.ts';
import type { Translation } from '../messages.ts';

export const platforms = {
  'telegram.description':
    '在聊天里看存档文章：看全文、分节看、看图片和链接，或看最新内容的文摘。\n\n输入几个词就能搜索，也可以点选命令。在任何聊天里输入我的名字和几个词，就能发出一篇文章。把我拉进群后发送 /articles。',
  'telegram.shortDescription': '在聊天里看存档文章：分节看，带图片和链接，可搜索，也可看文摘。',
  'telegram.mayNotPost':
    '你在一个群里发了 {{command}}，但我没有在那里发言的权限，无法回答，文摘也发不到。请允许我在群里发送消息。',
  'telegram.unclear': '不确定回答是否送达：Telegram 没有确认。如果没看到，请再试一次。',

  'discord.contents': '目录',
  'discord.read': '阅读 …',
  'discord.choose': '请选择 …',
  'discord.more': '更多 …',
  'discord.withoutLinks': 'Discord 认为其中一个链接有害，所以这条消息不带链接。',
  'discord.omission': 'Discord 不接受这一部分。发送 /文章 可以找到这些文章。',
  'discord.rest': 'Discord 可能没有收下全部内容。要看其余的，请再试一次。',
  'discord.forbidden':
    '有人让我在 {{server}} 的一个频道里发文摘，但我没有权限。请允许我查看该频道并在其中发送消息（有讨论串或帖子的，也包括那里）；之后我会自己继续。',
  'discord.tagRequired':
    '有人让我在 {{server}} 的一个论坛里发文摘，但每个帖子都要有标签，而其中没有我可以用的。请添加一个所有人都能用的标签，或允许我管理该论坛的帖子；之后我会自己继续。',
  'discord.channel': '打开频道',
  'discord.goesOn':
    '后面还有，但只有你自己添加了我的地方，Discord 不让我一次显示更多。要看全部，请直接给我发 {{command}}，或把我添加到服务器。',
} as const satisfies Translation<typeof english, 'other'>;
