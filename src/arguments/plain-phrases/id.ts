import type { Phrases } from './intents.ts';

/** What people say in Indonesian. */
export const id: Phrases = {
  help: ['halo', 'terima kasih'],
  stop: ['berhenti( berlangganan)?'],
  yesterday: ['berita kemarin'],
  today: ['ada berita apa', 'berita hari ini'],
  newest: ['berita terbaru'],
  search: ['berita tentang {topic}'],
};
