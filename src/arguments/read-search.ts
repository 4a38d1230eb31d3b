import { pattern } from '../text/pattern.ts';

/** A typed search. */
export interface SearchRequest {
  query: string;
  /** Words of articles that are not wanted. */
  unwanted: readonly string[];
  /** The words of a period that ends now, such as `last 3 days`, if there are other words. */
  period: string | undefined;
  /** From 1. */
  page: number;
}

const CHINESE_PERIOD = '(?:最近|过去|過去|近)\\S{1,4}?(?:天|日|周|週|星期|个?月|個月|年|小时|小時)[内內]?';
const ENGLISH_PERIOD = '(?:in |from )?(?:the )?(?:last|past) (?:(?:\\d+|two|three|few) \\w+s|hour|day|week|month|year)';
const PERIODS = `${CHINESE_PERIOD}|${ENGLISH_PERIOD}`;
/** A period that ends now, as the first or the last words. */
const PERIOD = new RegExp(`^(${PERIODS})[的\\s,，]+(?!of\\b)|[\\s,，]+(${PERIODS})$`, 'iu');
/** Words around what is searched for: `articles about wind power`, `关于台湾的文章`. */
const ABOUT = pattern('giu')`
  ^(?:
    (?:(?:the|all|any|some|latest) )?(?:articles?|news|stories|anything|everything|something) (?:about|on|regarding)\s
    |what(?:['’]s| is| has| was)? happen(?:s|ed|ing)? (?:in|with|to|at)\s
    |(?:有没有|有沒有)?(?:关于|關於|有关|有關)(?=.+的(?:文章|新[闻聞]|消息)$)
  )
  |(?<=^(?:有没有|有沒有)?(?:关于|關於|有关|有關).+)的(?:文章|新[闻聞]|消息)$
`;
const PAGE = /\s+page:(\d{1,3})$/u;
/** A minus sign before a word or a quote, as in other search engines; one inside a word is none. */
const UNWANTED = /(?<=^|\s)[-－−](?:"([^"]+)"|“([^”]+)”|「([^」]+)」|(?=\p{L})(\S+))/gu;

/** Reads the words of a search: `ferry -sport`, with `page:2` for a later page. Words that are only unwanted are the query. */
export function readSearch(typed: string, isPeriod: (words: string) => boolean = () => true): SearchRequest {
  const text = typed.replaceAll(/\s+/gu, ' ');
  const page = Number(PAGE.exec(text)?.[1] ?? 1);
  const all = text.replace(PAGE, '').trim();
  const found = PERIOD.exec(all);
  const period = [found?.[1] ?? found?.[2]].find((named) => named !== undefined && isPeriod(named));
  const words = period === undefined ? all : all.replace(PERIOD, '').trim();
  const unwanted = [...words.matchAll(UNWANTED)].map(
    (unwantedWord) => unwantedWord.slice(1).find((word) => word !== undefined) ?? '',
  );
  const query = words.replaceAll(UNWANTED, ' ').replaceAll(/\s+/gu, ' ').trim().replaceAll(ABOUT, '');
  return query === '' ? { query: words, unwanted: [], period, page } : { query, unwanted, period, page };
}
