import type { Phrases } from './intents.ts';

/** What people say in Indonesian. */
export const id: Phrases = {
  help: ['halo', 'terima kasih'],
  yesterday: ['berita kemarin'],
  today: ['ada berita apa', 'berita hari ini'],
  newest: ['berita terbaru'],
  search: ['berita tentang {topic}'],
};
