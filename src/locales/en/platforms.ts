export const platforms = {
  'telegram.description':
    'Gazette brings articles from the web into your chat: in full or section by section, with their pictures and links, or as a digest of what is new.\n\nSend words to search, or press a command. In any chat, type my name and a few words to share an article. To use me in a group, add me and send /articles.',
  'telegram.shortDescription':
    'Articles from the web in your chat: sections, pictures, links, search, and digests of what is new.',
  'telegram.mayNotPost':
    'I don’t have permission to write in the group where you sent {{command}}, so I can’t answer there and no digest can arrive. Please let me send messages there.',
  'telegram.unclear': 'Telegram did not confirm my answer. If you don’t see it, please try again.',

  'discord.contents': 'Contents',
  'discord.read': 'Read …',
  'discord.choose': 'Choose …',
  'discord.more': 'More …',
  'discord.withoutLinks': 'Discord blocked a link in this message as harmful, so I left out all links.',
  'discord.omission': 'Discord doesn’t accept this part. You can find the articles with /articles.',
  'discord.rest': 'Discord may not have accepted all of this. Try again to see the rest.',
  'discord.forbidden':
    'I don’t have permission to post digests in a channel of {{server}}. Please let me view the channel and send messages there (and in its threads and posts, if it has any). I will then continue automatically.',
  'discord.tagRequired':
    'I can’t post digests in a forum of {{server}}: each post needs a tag, and the forum has none that I may use. Please add a tag that everybody may use, or let me manage the posts of the forum. I will then continue automatically.',
  'discord.channel': 'Open the channel',
  'discord.goesOn':
    'There is more, but Discord limits how much I can show at once where only you have added me. To see everything, send {{command}} to me directly, or add me to the server.',
} as const;
