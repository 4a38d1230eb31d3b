export const platforms = {
  'telegram.description':
    'Gazette reads saved articles to you, right in the chat: whole, by section, with their pictures and links, or as a digest of what is new.\n\nSend words to search for, or press a command. In any chat, type my name and a few words to post an article. In a group, add me and send /articles.',
  'telegram.shortDescription':
    'Saved articles in your chat: by section, with pictures and links, searched, or as a digest.',
  'telegram.unclear':
    'I cannot tell whether my answer arrived: Telegram did not confirm it. If it is missing, try again.',

  'discord.contents': 'Contents',
  'discord.read': 'Read …',
  'discord.choose': 'Choose …',
  'discord.more': 'More …',
  'discord.withoutLinks': 'Discord refused a link here as harmful, so this message has none.',
  'discord.rest': 'Discord may not have taken all of this. Try again to see the rest.',
  'discord.forbidden':
    'I was asked to post in a channel of {{server}}, but I may not. Please let me view the channel and send messages there (and in its threads and posts, if it has any); I will go on by myself.',
  'discord.channel': 'The channel ↗',
  'discord.goesOn':
    'This goes on, but where only you have added me Discord lets me show no more at once. For all of it, send {{command}} to me directly, or add me to the server.',
} as const;
