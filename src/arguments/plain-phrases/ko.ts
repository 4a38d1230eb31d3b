import type { Phrases } from './intents.ts';

/** What people say in Korean. */
export const ko: Phrases = {
  help: ['안녕하세요', '감사합니다', '도움말'],
  yesterday: ['어제의? (뉴스|소식)'],
  today: ['오늘의? (뉴스|소식)', '새로운 소식'],
  newest: ['최신 (뉴스|기사)', '뉴스 보여줘'],
  search: [
    '<.{2,20}?> ?(기사|뉴스)?(를|을)? ?(검색|찾아)(해)?( ?줘| ?주세요)?',
    '<.{2,20}?> ?(에 대한|에 관한|관련) ?(뉴스|소식|기사)',
  ],
  subscriptions: ['내 구독( 목록)?'],
  language: ['언어를? ?<.{1,10}?>(으?로) ?(바꿔|변경)(해)?( ?줘| ?주세요)?'],
};
