import { pattern, patternSource } from '../../text/pattern.ts';

const NUMBER = String.raw`\d[\d.,]*\s?(?:[km]|tys\.|тыс\.|mil|万|萬)?`;
/** What sites count for an article, in languages that write the number first. */
const AFTER_NUMBER = patternSource`
  (?:up-?)?votes?(?: · poll closed)?|likes?|shares?|views?|reads?|comments?|replies|restacks?|re-?posts?|re-?tweets?|claps?|reactions?
  |points?|notes|saves|bookmarks|responses|people liked this|kommentare?|mal geteilt|aufrufe|commentaires?|partages?|vues
  |comentarios?|compartidos?|vistas|visitas|comentários?|compartilhamentos?|visualizações|visualizzazioni
  |commenti?|condivisioni|reacties?|kommentarer|delningar|delinger|komentarz[ey]?|udostępnie(?:nia|ń)|wyświetle(?:nia|ń)
  |комментари[йяев]{1,3}|просмотр(?:ов|а)?|коментар[іі]?[вя]?|перегляд(?:ів|и)|yorum|görüntülenme|komentar
  |赞|讚|(?:次|人)?(?:阅读|閱讀|浏览|瀏覽)|人?点赞|人赞同了该回答|[条條則则]?(?:评论|評論|留言)|いいね|件のコメント
`;
/** What they count in languages that write it before the number. */
const BEFORE_NUMBER = patternSource`
  comments?|kommentare?|commentaires|comentarios|comentários|commenti|комментарии|коментарі|просмотры|yorumlar
  |(?:总|總)?(?:阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論|点赞|點讚|收藏|分享|转发|轉發)(?:量|数|數|次数|次數)?
  |赞|讚|在看|留言|回复|回覆|人气|人氣|喜欢|喜歡|コメント|いいね|조회수?|댓글|공감|추천
`;
const AND_NUMBER = String.raw`\s*[:：]?\s*[（(]?\s*${NUMBER}\s*[)）]?\s?(?:次|人|条|件|개)?`;
const COUNTER = `(?:${NUMBER}\\s*(?:${AFTER_NUMBER})(?!\\p{Ll}):?|(?:${BEFORE_NUMBER})(?!\\p{Ll})(?:${AND_NUMBER})?:?)`;
/** Counters in a row may follow each other without a space. As one pattern they would take twice the code. */
const NEXT_COUNTER = pattern('iuy')`${COUNTER}[\s|·•,，、/-]*`;
const MAX_COUNTERS = 6;
/** A longer line is text, in UTF-16 units. */
const MAX_UNITS = 80;

/** Whether a line only says how many people read, shared or answered an article: "12 shares", "12Shares34Comments". */
export function isCounterLine(text: string): boolean {
  if (text.length > MAX_UNITS || !/\d/.test(text)) return false;
  NEXT_COUNTER.lastIndex = 0;
  for (let count = 0; count < MAX_COUNTERS && NEXT_COUNTER.test(text); count += 1)
    if (NEXT_COUNTER.lastIndex === text.length) return true;
  return false;
}
