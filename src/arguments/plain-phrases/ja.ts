import type { Phrases } from './intents.ts';

/** What people say in Japanese. */
export const ja: Phrases = {
  help: ['こんにちは', 'ありがとう(ございます)?', '使い方を教えて', 'ヘルプ', '使い方'],
  stop: ['購読解除'],
  yesterday: ['昨日の(ニュース|記事)'],
  today: ['今日の(ニュース|記事)', '何か新しい(記事|ニュース)は(ありますか|ある)?'],
  newest: ['最新(の)?(ニュース|記事)'],
  search: ['<.{2,20}?>(について|に関する)(の)?(ニュース|記事)?'],
  subscriptions: ['購読一覧'],
};
