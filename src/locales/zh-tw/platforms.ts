import type { platforms as english } from '../en/platforms.ts';
import type { Translation } from '../messages.ts';

export const platforms = {
  'telegram.description':
    '在聊天裡看存檔文章：看全文、分節看、看圖片和連結，或看最新內容的文摘。\n\n輸入幾個字詞就能搜尋，也可以點選指令。在任何聊天裡輸入我的名字和幾個字詞，就能送出一篇文章。把我加進群組後傳送 /articles。',
  'telegram.shortDescription': '在聊天裡看存檔文章：分節看，附圖片和連結，可搜尋，也可看文摘。',
  'telegram.mayNotPost':
    '你在一個群組裡傳了 {{command}}，但我沒有在那裡發言的權限，無法回答，文摘也送不到。請允許我在群組裡傳送訊息。',
  'telegram.unclear': '不確定回答是否送達：Telegram 沒有確認。如果沒看到，請再試一次。',

  'discord.contents': '目錄',
  'discord.read': '閱讀 …',
  'discord.choose': '請選擇 …',
  'discord.more': '更多 …',
  'discord.withoutLinks': 'Discord 認為其中一個連結有害，所以這則訊息不帶連結。',
  'discord.omission': 'Discord 不接受這一部分。傳送 /文章 可以找到這些文章。',
  'discord.rest': 'Discord 可能沒有收下全部內容。要看其餘的，請再試一次。',
  'discord.forbidden':
    '有人要我在 {{server}} 的一個頻道裡發文摘，但我沒有權限。請允許我檢視該頻道並在其中傳送訊息（有討論串或貼文的，也包括那裡）；之後我會自己繼續。',
  'discord.tagRequired':
    '有人要我在 {{server}} 的一個論壇裡發文摘，但每則貼文都要有標籤，而其中沒有我可以用的。請新增一個所有人都能用的標籤，或允許我管理該論壇的貼文；之後我會自己繼續。',
  'discord.channel': '開啟頻道',
  'discord.goesOn':
    '後面還有，但只有你自己加入了我的地方，Discord 不讓我一次顯示更多。要看全部，請直接傳 {{command}} 給我，或把我加入伺服器。',
} as const satisfies Translation<typeof english, 'other'>;
