export const web = {
  'web.skip': 'Skip to the articles',
  'web.search': 'Search',
  'web.all': 'All sites',
  'web.sites': 'Sites',
  'web.missing': 'There is no such page.',
  'web.failed': 'Something went wrong. Please try again.',
} as const;
