export const operator = {
  'console.hint':
    'Type words to look for, a number to press that button, /help for all commands. Tab completes, quit leaves.',
  'console.again': 'Once more Ctrl-C leaves; so does quit.',
  'console.noButtons': 'The last answer has no buttons. /help shows what can be asked.',
  'console.onlyButton': 'There is no button {{number}}: the last answer has only {{first}}.',
  'console.noButton': 'There is no button {{number}}: the last answer has those from {{first}} to {{last}}.',
  'console.reading': 'Reading snapshots: {{done}} of {{total}}',
  'console.refused_one': '{{count}} snapshot could not be read. npm run doctor says which, and why.',
  'console.refused_other': '{{count}} snapshots could not be read. npm run doctor says which, and why.',
  'console.nothing':
    'There are no snapshots in {{folder}}. Put .md, .txt or .html files there, or set SNAPSHOTS_DIR to another folder.',

  'doctor.settings': 'The settings can be used.',
  'doctor.snapshots_one': '{{count}} snapshot in {{folder}}.',
  'doctor.snapshots_other': '{{count}} snapshots in {{folder}}.',
  'doctor.articles_one': '{{count}} article in {{file}}.',
  'doctor.articles_other': '{{count}} articles in {{file}}.',
  'doctor.refused_one': '{{count}} snapshot was refused. Mend it or move it away; all others are read.',
  'doctor.refused_other': '{{count}} snapshots were refused. Mend them or move them away; all others are read.',
  'doctor.more_one': 'and {{count}} more',
  'doctor.more_other': 'and {{count}} more',
  'doctor.fine': 'All is well. {{next}}',
  'doctor.rest': 'The rest is well. {{next}}',
  'doctor.opens': 'npm start opens the console.',
  'doctor.serves': 'npm start serves {{platforms}}.',
  'doctor.joined': '{{platform}} knows me as {{name}}.',
  'doctor.shutOut': '{{platform}} does not let me in: {{why}}. Check its token, and whether this machine reaches it.',

  'refusal.empty': 'The file is empty. Save the article again.',
  'refusal.too-large': 'The file is over 20 MB. Split it, or remove what is not the article.',
  'refusal.not-utf8': 'This is not UTF-8. Save the file as UTF-8.',
  'refusal.no-address': 'There is no address here. A snapshot needs a line "[title](https://…)" above the article.',
  'refusal.bad-address': 'This is no web address. It must begin with http:// or https://.',
  'refusal.no-content': 'There is no text, picture or link after the header. Save the page again.',

  'store.full': 'the disk is full. Free some space and try again; what was stored before is kept.',
  'store.busy': 'another program holds it for too long. Stop that program, or try again.',
  'store.read-only':
    'it may not be written to. Give write permission for the file and its folder, or choose another file.',
  'store.damaged': 'it is not a database, or it is damaged. Move it away, restore a backup, or choose another file.',
  'store.newer': 'it was written by a newer version of this program. Update, or choose another file.',
  'store.unusable':
    'it cannot be opened or read. Check that its folder exists, that the disk works, and the permissions.',
  'store.closed': 'it has been closed already.',

  'telegram.joined': 'Telegram: connected as {{name}}.',
  'telegram.back': 'Telegram answers again.',
  'telegram.lost': 'Telegram cannot be reached, I keep trying: {{why}}',

  'discord.joined': 'Discord: connected as {{name}}.',
  'discord.back': 'Discord answers again.',
  'discord.lost': 'Discord cannot be reached, I keep trying: {{why}}',
  'discord.stopped':
    'Discord does not let me in: {{why}} Copy the token of your application anew (discord.com/developers, Bot, Reset Token), set DISCORD_TOKEN, and start me again.',
  'discord.closed':
    'Discord ended the connection for good: {{why}}. Look at the Bot page of your application (discord.com/developers), use the newest Gazette, and start me again.',
} as const;
