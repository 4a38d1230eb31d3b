import type { operator as english } from '../en/operator.ts';
import type { Translation } from '../messages.ts';

export const operator = {
  'console.hint': '輸入關鍵字即搜尋，輸入編號即按下那個按鈕，/說明 列出所有指令。Tab 鍵自動完成，quit 離開。',
  'console.again': '再按一次 Ctrl-C 離開，輸入 quit 也可以。',
  'console.noButtons': '上一個回答沒有按鈕。/說明 列出可以問什麼。',
  'console.onlyButton': '沒有按鈕 {{number}}：上一個回答只有 {{first}}。',
  'console.noButton': '沒有按鈕 {{number}}：上一個回答的按鈕是 {{first}} 到 {{last}}。',
  'console.reading': '正在讀取快照：{{done}} / {{total}}',
  'console.refused_other': '有 {{count}} 個快照無法讀取。npm run doctor 會說明是哪些、為什麼。',
  'console.nothing': '{{folder}} 裡沒有快照。請把 .md、.txt 或 .html 檔案放進去，或用 SNAPSHOTS_DIR 指定別的資料夾。',

  'doctor.settings': '設定可用。',
  'doctor.snapshots_other': '{{folder}} 裡有 {{count}} 個快照。',
  'doctor.deleted_other':
    '有 {{count}} 個快照已被刪除。如果檔案一天內沒有恢復，對應的文章就會移出文庫。想保留，請設定 KEEP_DELETED=yes。',
  'doctor.kept_other': '有 {{count}} 個快照已被刪除，其文章依 KEEP_DELETED=yes 予以保留。',
  'doctor.articles_other': '{{file}} 裡有 {{count}} 篇文章。',
  'doctor.refused_other': '有 {{count}} 個快照被拒收。請改正或移走，其餘的照常讀取。',
  'doctor.unreadable_other': '有 {{count}} 筆已存的記錄無法讀取。它們會被略過並保留，其餘的照常。',
  'doctor.risk.not-logged':
    'Redis 伺服器重新啟動時可能遺失最近的變更。請設定 appendonly yes 和 appendfsync always；用 everysec 則最多遺失一秒。',
  'doctor.risk.not-synced':
    'Redis 伺服器所在的機器當機時可能遺失變更。請設定 appendfsync always；用 everysec 則最多遺失一秒。',
  'doctor.risk.evicts': 'Redis 伺服器記憶體用滿時可能刪除資料。請設定 maxmemory-policy noeviction。',
  'doctor.risk.few-connections':
    'PostgreSQL 最多允許 {{most}} 個連線（max_connections），其中 {{others}} 個已被其他程式佔用或保留，而 Gazette 的每個行程最多會開啟 {{each}} 個。除正在執行的 {{processes}} 個行程外，已容不下新的行程。請把 max_connections 至少設為 {{needed}}。',
  'doctor.more_other': '另有 {{count}} 個',
  'doctor.fine': '一切正常。{{next}}',
  'doctor.rest': '其餘正常。{{next}}',
  'doctor.opens': 'npm start 開啟主控台。',
  'doctor.mirror': '鏡像 {{mirror}}：儲存庫可以存取。',
  'doctor.noMirror':
    '鏡像 {{mirror}}：{{why}}。請檢查 MIRRORS 裡的網址，以及這台機器能否存取它。已拉取的內容仍可閱讀。',
  'doctor.serves': 'npm start 會在 {{platforms}} 上執行。',
  'doctor.joined': '{{platform}} 登入正常，帳號 {{name}}。邀請連結：{{invitation}}',
  'doctor.unreachable': '連不上 {{platform}}：{{why}}。請檢查這台機器的網路和代理設定。',
  'doctor.shutOut': '無法登入 {{platform}}：{{why}}。請檢查權杖，以及這台機器能否連上它。',
  'doctor.portFree': 'HTTP_PORT {{port}} 未被占用。',
  'doctor.portServed': '正在執行的機器人在 HTTP_PORT {{port}} 回應。',
  'doctor.webhook': '{{platform}} 把訊息傳到 TELEGRAM_WEBHOOK_URL。等待中的訊息：{{count}}。',
  'doctor.webhookFailing':
    '{{platform}} 在 {{at}} 無法連上 TELEGRAM_WEBHOOK_URL：{{why}}。等待中的訊息：{{count}}。如果當時機器人在執行，請檢查代理及其憑證。',
  'doctor.webhookNew': '{{platform}} 還不知道 TELEGRAM_WEBHOOK_URL，下次啟動時會登記。',
  'doctor.webhookOther': '{{platform}} 把訊息傳到另一個位址，主機是 {{host}}。下次啟動時會改為 TELEGRAM_WEBHOOK_URL。',
  'doctor.webhookLeft': '{{platform}} 把訊息傳到 {{host}} 的 webhook，而設定裡沒有它。下次啟動時會刪除它，改用輪詢。',

  'refusal.empty': '檔案是空的。請重新儲存文章。',
  'refusal.too-large': '檔案超過 20 MB。請拆開，或刪去不屬於文章的部分。',
  'refusal.not-utf8': '不是 UTF-8。請把檔案存成 UTF-8。',
  'refusal.no-address': '這裡沒有網址。快照的文章上方需要一行「[標題](https://…)」。',
  'refusal.bad-address': '這不是網址。網址須以 http:// 或 https:// 開頭。',
  'refusal.no-content': '開頭之後沒有文字、圖片或連結。請重新儲存網頁。',

  'store.full': '磁碟已滿。請騰出空間再試；先前存下的都還在。',
  'store.busy': '被另一個程式占用太久。請停掉那個程式，或再試一次。',
  'store.read-only': '不能寫入。請給這個檔案及其資料夾寫入權限，或換一個檔案。',
  'store.damaged': '不是資料庫，或者已損壞。請移走它、還原備份，或換一個檔案。',
  'store.newer': '是由更新的版本寫下的。請升級，或換一個檔案。',
  'store.unusable': '無法開啟或讀取。請檢查資料夾是否存在、磁碟是否正常，以及權限。',
  'store.foreign': '它是其他程式的資料庫，或者版本號被改動過。請換一個檔案，或還原備份。',
  'store.empty': '它是空的（0 位元組），磁碟已滿或複製中斷時會這樣。請還原備份；要重新開始就刪除它。',
  'store.incomplete': '它不見了，但它的 -wal 檔案還在。請還原備份；要重新開始就刪除那個檔案。',
  'store.rescued':
    '它在 Gazette 執行時被刪除；資料已存在旁邊以 .rescued 結尾的檔案裡。請把那個檔案改回原名；要重新開始就刪除它。',
  'store.deleted':
    '它在 Gazette 執行時被刪除或取代。資料已存在旁邊以 .rescued 結尾的檔案裡。請把那個檔案改回原名，再啟動 Gazette。',
  'store.in-use': '另一個 Gazette 行程正在使用它。請先停止那個行程，否則每期文摘都會發兩次。',
  'store.unreadable': '其中一筆記錄無法讀取。它會被略過並保留，其他一切照常。',
  'store.closed': '已關閉。',
  'store.server-lost': '資料庫伺服器沒有回應。請檢查它是否在執行，以及本機能否連上。之後會自動重新連線。',
  'store.server-busy': '資料庫伺服器太忙，或者另一個程式鎖定得太久。請再試一次。',
  'store.server-full': '資料庫伺服器的磁碟或記憶體已滿。請在那裡騰出空間；先前存下的都還在。',
  'store.server-read-only': '資料庫伺服器不接受寫入。請選用主伺服器，而不是它的副本。',
  'store.server-damaged': '資料庫伺服器無法讀寫自己的檔案。請查看它的記錄，並還原備份。',
  'store.foreign-database':
    '裡面有其他程式的資料表，或者編碼不是 UTF-8。請為 Gazette 單獨建一個資料庫：createdb --encoding=UTF8 gazette',
  'store.no-database': '沒有這個資料庫。請建立：createdb --encoding=UTF8 gazette',
  'store.denied': '資料庫伺服器拒絕存取。請檢查使用者名稱、密碼和該使用者的權限。',
  'store.dump':
    'PostgreSQL 有自己的備份工具。請用 pg_dump --format=custom --file=檔案；還原時先停止所有行程，再用 pg_restore --clean --if-exists --dbname=資料庫 檔案。',
  'store.no-state': '這裡沒有 Gazette 的資料。請檢查 --from 後面的位址。',
  'store.same-store': '兩個位址是同一個儲存。請在 --to 後面寫另一個。',
  'store.not-empty': '它不是空的，沒有寫入任何內容。請在 --to 後面寫一個新檔案或空資料庫。',
  'store.other-migration':
    '這裡有一次來自另一個儲存的遷移沒有完成。請先完成那一次，或在 --to 後面寫一個新檔案或空資料庫。',
  'store.migrating':
    '遷移到這裡的過程沒有完成，資料還不完整。請再執行一次同樣的 npm run migrate，或把 STORE_URL 設為另一個儲存。',
  'store.differs': '它的內容與來源不同。請停止使用這兩個儲存的所有行程，再執行一次同樣的命令。',
  'store.no-number': '伺服器上沒有這個編號的資料庫。請在位址結尾用較小的編號，例如 0。',
  'store.server-backup':
    'Redis 有自己的備份方式。請複製它的附加檔案（AOF）所在的資料夾，或用 redis-cli --rdb 檔案 匯出；還原時先停止伺服器。',
  'store.no-articles':
    '這個文章庫是空的，而其他行程已有文章，所以本行程不會推送。請讓一個帶 collect 角色的行程把同樣的快照（SNAPSHOTS_DIR）讀入這個檔案，或在 STORE_URL 結尾用 ?library=檔案 指定它所用的檔案。',

  'telegram.joined': 'Telegram：已連線，身分是 {{name}}。把它加進群組：{{url}}',
  'telegram.back': 'Telegram 已恢復。',
  'telegram.lost': '連不上 Telegram，會繼續嘗試：{{why}}',
  'telegram.conflict':
    'Telegram：另一個程式也在用同一個機器人權杖接收訊息，每則訊息只會到其中一個。請停掉一個。（{{why}}）',

  'discord.joined': 'Discord：已連線，身分是 {{name}}。把它加進伺服器：{{url}}',
  'discord.back': 'Discord 已恢復。',
  'discord.lost': '連不上 Discord，會繼續嘗試：{{why}}',
  'discord.stopped':
    '無法登入 Discord：{{why}} 請重新複製應用程式的權杖（discord.com/developers，Bot，Reset Token），設定 DISCORD_TOKEN，再啟動。',
  'discord.closed':
    'Discord 中斷了連線，不會自動恢復：{{why}}。請查看應用程式的 Bot 頁面（discord.com/developers），使用最新的 Gazette，再啟動。',
  'operator.notice': 'Gazette 需要你處理：{{line}}',
  'operator.unreadable_other': '有 {{count}} 筆儲存的資料讀不出來，已略過。用 npm run doctor 查看是哪些。',
  'operator.notRevised': '文章有改動，但 {{id}} 保持原樣：{{why}}',
  'operator.feedsFull': '這個機器人已追蹤 {{count}} 個網站，達到上限，任何聊天都不能再追蹤新的網站。',
} as const satisfies Translation<typeof english, 'other'>;
