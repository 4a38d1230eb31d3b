export const operator = {
  'console.hint':
    'Type words to search, a number to press that button, or /help for all commands. Tab completes, quit exits.',
  'console.again': 'Press Ctrl-C again to leave, or type quit.',
  'console.noButtons': 'The last answer has no buttons. /help lists the commands.',
  'console.onlyButton': 'There is no button {{number}}. The last answer has only button {{first}}.',
  'console.noButton': 'There is no button {{number}}. The last answer has buttons {{first}} to {{last}}.',
  'console.reading': 'Reading snapshots: {{done}} of {{total}}',
  'console.refused_one': '{{count}} snapshot could not be read. npm run doctor shows which one, and why.',
  'console.refused_other': '{{count}} snapshots could not be read. npm run doctor shows which ones, and why.',
  'console.nothing':
    'There are no snapshots in {{folder}}. Put .md, .txt or .html files there, or set SNAPSHOTS_DIR to another folder.',

  'doctor.settings': 'The settings are valid.',
  'doctor.snapshots_one': '{{count}} snapshot in {{folder}}.',
  'doctor.snapshots_other': '{{count}} snapshots in {{folder}}.',
  'doctor.deleted_one':
    '{{count}} snapshot is deleted. Its article leaves a day after that, unless the file comes back. To keep it, set KEEP_DELETED=yes.',
  'doctor.deleted_other':
    '{{count}} snapshots are deleted. Their articles leave a day after that, unless the files come back. To keep them, set KEEP_DELETED=yes.',
  'doctor.kept_one': '{{count}} snapshot is deleted. KEEP_DELETED=yes keeps its article.',
  'doctor.kept_other': '{{count}} snapshots are deleted. KEEP_DELETED=yes keeps their articles.',
  'doctor.articles_one': '{{count}} article in {{file}}.',
  'doctor.articles_other': '{{count}} articles in {{file}}.',
  'doctor.refused_one': '{{count}} snapshot could not be read. Fix it or move it away. All others were read.',
  'doctor.refused_other': '{{count}} snapshots could not be read. Fix them or move them away. All others were read.',
  'doctor.unreadable_one': '{{count}} stored entry cannot be read. It is skipped and kept; everything else works.',
  'doctor.unreadable_other':
    '{{count}} stored entries cannot be read. They are skipped and kept; everything else works.',
  'doctor.risk.not-logged':
    'The Redis server may lose the latest changes when it restarts. Set appendonly yes and appendfsync always, or everysec to lose a second at most.',
  'doctor.risk.not-synced':
    'The Redis server may lose changes when its machine crashes. Set appendfsync always, or everysec to lose a second at most.',
  'doctor.risk.evicts': 'The Redis server may delete state when its memory is full. Set maxmemory-policy noeviction.',
  'doctor.risk.few-connections':
    'PostgreSQL permits {{most}} connections (max_connections). Others have opened or reserved {{others}} of them, and each process of Gazette may open {{each}}. Besides the running ones ({{processes}}), one more does not fit. Set max_connections to {{needed}} or more.',
  'doctor.more_one': 'and {{count}} more',
  'doctor.more_other': 'and {{count}} more',
  'doctor.fine': 'Everything is fine. {{next}}',
  'doctor.rest': 'Everything else is fine. {{next}}',
  'doctor.opens': 'Run npm start to open the console.',
  'doctor.serves': 'Run npm start to serve {{platforms}}.',
  'doctor.mirror': 'Mirror {{mirror}}: the repository answers.',
  'doctor.noMirror':
    'Mirror {{mirror}}: {{why}}. Check the address in MIRRORS, and that this machine can reach it. What was pulled before stays readable.',
  'doctor.joined': '{{platform}}: connected as {{name}}. Add it elsewhere: {{invitation}}',
  'doctor.unreachable': '{{platform}} is out of reach: {{why}}. Check this machine’s network and its proxy settings.',
  'doctor.shutOut':
    '{{platform}}: cannot connect: {{why}}. Check the token, and that this machine can reach {{platform}}.',
  'doctor.portFree': 'HTTP_PORT {{port}} is free.',
  'doctor.portServed': 'A bot that is running answers at HTTP_PORT {{port}}.',
  'doctor.webhook': '{{platform}} sends messages to TELEGRAM_WEBHOOK_URL. Waiting there: {{count}}.',
  'doctor.webhookFailing':
    '{{platform}} did not reach TELEGRAM_WEBHOOK_URL at {{at}}: {{why}}. Waiting there: {{count}}. If a bot was running then, check the proxy and its certificate.',
  'doctor.webhookNew': '{{platform}} does not know TELEGRAM_WEBHOOK_URL yet. The next start registers it.',
  'doctor.webhookOther':
    '{{platform}} sends messages to another address, at {{host}}. The next start changes that to TELEGRAM_WEBHOOK_URL.',
  'doctor.webhookLeft':
    '{{platform}} sends messages to a webhook at {{host}}, which the settings do not name. The next start removes it and polls.',

  'refusal.empty': 'The file is empty. Save the article again.',
  'refusal.too-large': 'The file is larger than 20 MB. Split it, or remove everything but the article.',
  'refusal.not-utf8': 'The file is not UTF-8. Save it as UTF-8.',
  'refusal.no-address': 'The file has no address. A snapshot needs a line "[title](https://…)" above the article.',
  'refusal.bad-address': 'The address is not a web address. It must begin with http:// or https://.',
  'refusal.no-content': 'There is no text, picture or link after the header. Save the page again.',

  'store.full': 'the disk is full. Free some space and try again. Data that was stored before is safe.',
  'store.busy': 'another program has locked it for too long. Stop that program, or try again.',
  'store.read-only': 'it is read-only. Allow writing to the file and its folder, or choose another file.',
  'store.damaged': 'it is not a database, or it is damaged. Move it away, restore a backup, or choose another file.',
  'store.newer': 'it was written by a newer version of Gazette. Update Gazette, or choose another file.',
  'store.unusable':
    'it cannot be opened or read. Check that its folder exists, that the disk works, and the permissions.',
  'store.foreign':
    'it is the database of another program, or its version number was changed. Choose another file, or restore a backup.',
  'store.empty':
    'it is empty (0 bytes), as a full disk or an interrupted copy leaves it. Restore a backup, or delete it to start afresh.',
  'store.incomplete':
    'it is missing, but its -wal file is still there. Restore a backup, or delete that file to start afresh.',
  'store.rescued':
    'it was deleted while Gazette was running; its data was saved beside it, in the file that ends in .rescued. Rename that file, or delete it to start afresh.',
  'store.deleted':
    'it was deleted or replaced while Gazette was running. Its data was saved beside it, in the file that ends in .rescued. Rename that file, then start Gazette again.',
  'store.in-use': 'another Gazette process is using it. Stop that one first: two would send every digest twice.',
  'store.unreadable': 'an entry in it cannot be read. It is skipped and kept; everything else goes on.',
  'store.closed': 'it is already closed.',
  'store.server-lost':
    'the database server does not answer. Check that it runs, and that this machine reaches it. Gazette connects again by itself.',
  'store.server-busy':
    'the database server has too much to do, or another program has locked something for too long. Try again.',
  'store.server-full':
    'the disk or the memory of the database server is full. Free some space there. Data that was stored before is safe.',
  'store.server-read-only': 'the database server does not accept changes. Choose the primary server, not a copy of it.',
  'store.server-damaged':
    'the database server cannot read or write its files. Look into its log, and restore a backup.',
  'store.foreign-database':
    'it has tables of another program, or another encoding than UTF-8. Create a database for Gazette alone: createdb --encoding=UTF8 gazette',
  'store.no-database': 'there is no such database. Create it: createdb --encoding=UTF8 gazette',
  'store.denied': 'the database server refuses access. Check the user, the password, and the rights of the user.',
  'store.dump':
    'PostgreSQL has its own tools for backups. Use pg_dump --format=custom --file=FILE, and pg_restore --clean --if-exists --dbname=DATABASE FILE with all instances stopped.',
  'store.no-state': 'there is no state of Gazette. Check the address after --from.',
  'store.same-store': 'both addresses name this store. Name another one after --to.',
  'store.not-empty': 'it is not empty, and nothing was written to it. Name a new file or an empty database after --to.',
  'store.other-migration':
    'a migration from another store was begun here and not finished. Finish that one, or name a new file or an empty database after --to.',
  'store.migrating':
    'a migration into it is not finished, so it does not have everything yet. Run the same npm run migrate again, or set STORE_URL to another store.',
  'store.differs':
    'it does not have the same content as the source. Stop all processes that use either store, and run the same command again.',
  'store.no-number':
    'the server has no database of this number. Use a smaller one, such as 0, at the end of the address.',
  'store.server-backup':
    'Redis has its own tools for backups. Copy the folder of its append-only file, or what redis-cli --rdb FILE writes; restore it with the server stopped.',
  'store.no-articles':
    'this library has no articles, but other processes have, so this one sends nothing. Let a process with the role collect read the same snapshots (SNAPSHOTS_DIR) into this file, or name the file of one that does at the end of STORE_URL: ?library=FILE.',

  'telegram.joined': 'Telegram: connected as {{name}}. Add it to a group: {{url}}',
  'telegram.back': 'Telegram: connected again.',
  'telegram.lost': 'Telegram: cannot connect, retrying: {{why}}',
  'telegram.conflict':
    'Telegram: another program receives messages with the same bot token, so each message reaches only one of the two. Stop one of them. ({{why}})',

  'discord.joined': 'Discord: connected as {{name}}. Add it to a server: {{url}}',
  'discord.back': 'Discord: connected again.',
  'discord.lost': 'Discord: cannot connect, retrying: {{why}}',
  'discord.stopped':
    'Discord: login failed: {{why}} Copy the token of your application again (discord.com/developers, Bot, Reset Token), set DISCORD_TOKEN, and restart Gazette.',
  'discord.closed':
    'Discord: the connection was closed permanently: {{why}}. Check the Bot page of your application (discord.com/developers), update Gazette, and restart it.',
  'operator.notice': 'Gazette needs you: {{line}}',
  'operator.unreadable_one': '{{count}} stored entry cannot be read. It is skipped; npm run doctor shows which one.',
  'operator.unreadable_other':
    '{{count}} stored entries cannot be read. They are skipped; npm run doctor shows which ones.',
  'operator.notRevised': '{{id}} stays as it was sent, though an article has changed: {{why}}',
  'operator.feedsFull': 'This bot follows {{count}} sites, which is the maximum. No chat can follow another one.',
} as const;
