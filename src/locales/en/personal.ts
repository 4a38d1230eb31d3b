export const personal = {
  'button.save': 'Save',
  'button.saved': 'Saved articles',
  'button.unsave': 'Do not save',
  'button.remove': 'Remove some',
  'since.title': 'New since you last looked',
  'since.nothing': 'Nothing new since you last looked.',
  'save.done': '✓ Saved: “{{title}}”',
  'save.already': 'You have saved this already: “{{title}}”',
  'save.full': 'Your list is full: it has {{count}} articles. Remove some first.',
  'saved.title': 'Your saved articles',
  'saved.which': 'Which ones shall I remove?',
  'saved.none':
    'You have saved no articles yet. Every article has a button for it; or send /save and a number of the last list.',
  'unsave.done': 'Removed from your list: “{{title}}”',
  'unsave.unknown': 'That article is not in your list.',
} as const;
