import type { Article } from '../../article/article.ts';
import { fitButtonCommand } from '../../chat/button-command.ts';
import { offerArticles, offerNewest } from '../../chat/choice-buttons.ts';
import { articleNamed, isAddress, type Lookup } from '../../chat/lookup.ts';
import { UsageError } from '../../chat/usage-error.ts';
import { parseChineseNumber } from '../../text/chinese-number.ts';
import { openAction } from '../../view/spans.ts';
import { parseNumber } from '../parse-number.ts';
import { hostOf } from './find-source.ts';

/** The command that needs an article, and its other arguments. */
export interface ArticleQuestion {
  command: string;
  rest: string | undefined;
}

const NEWEST = /^(?:(?:the )?(?:latest|newest)(?: (?:one|article))?|最新的?(?:一篇|文章)?)$/iu;
/** Around words of an article: `the one about the bus`, `关于渡轮的那篇`. */
const THE_ONE =
  /^(?:the )?(?:one|article|story) (?:about|on|with) (?:the )?|^(?:关于|關於|讲|講)(?=.+[那这這]?一?[篇条條]$)|(?<=^(?:关于|關於|讲|講).+)的?[那这這]?一?[篇条條]$/giu;
const MATCHES_OFFERED = 8;

/**
 * Finds an article by an address, an id, a number of the list shown last (else of the newest articles), or words. Throws a
 * `UsageError` with buttons if none or several match.
 */
export async function findArticle(typed: string, lookup: Lookup, question: ArticleQuestion): Promise<Article> {
  const named = await articleNamed(typed, lookup.library);
  if (named !== undefined) return named;
  if (isAddress(typed)) return await offerToFollow(typed, lookup, question);
  if (NEWEST.test(typed)) return await byNumber(1, { ...lookup, shown: {} }, question);
  const number = parseNumber(typed) ?? parseChineseNumber(typed);
  return number === undefined
    ? await byWords(typed.trim().replaceAll(THE_ONE, ''), lookup, question)
    : await byNumber(number, lookup, question);
}

/** Asks which article, with the newest as buttons: always throws a `UsageError`. */
export async function askForArticle(lookup: Lookup, question: ArticleQuestion): Promise<never> {
  return await offerInstead(lookup.audience.t('ask.article'), lookup, question);
}

async function byNumber(number: number, lookup: Lookup, question: ArticleQuestion): Promise<Article> {
  const { library, shown, audience } = lookup;
  const listed = shown.list?.articles;
  if (listed === undefined) {
    const { entries, total } = await library.newest({ offset: Math.max(0, number - 1), limit: 1 });
    const entry = number > 0 ? entries[0] : undefined;
    if (entry !== undefined) return await open(entry.id, lookup, question);
    return await offerInstead(audience.t('wrong.newestNumber', { number, count: total }), lookup, question);
  }
  const id = listed[String(number)];
  if (id !== undefined) return await open(id, lookup, question);
  return await offerInstead(audience.t('wrong.listNumber', { number }), lookup, question);
}

async function byWords(words: string, lookup: Lookup, question: ArticleQuestion): Promise<Article> {
  const { library, fold, audience } = lookup;
  const hits = await library.find(words, MATCHES_OFFERED + 1);
  if (hits.length === 0) return await offerInstead(audience.t('wrong.words', { words }), lookup, question);
  const exact = hits.filter(({ title }) => fold(title.trim()) === fold(words.trim()));
  const [only, ...others] = exact.length > 0 ? exact : hits;
  if (only !== undefined && others.length === 0) return await open(only.id, lookup, question);
  const offered = offerArticles(hits.slice(0, MATCHES_OFFERED), {
    ...question,
    maxButtonBytes: lookup.maxButtonBytes,
    of: `words ${words}`,
  });
  const many = hits.length > MATCHES_OFFERED;
  const message = many
    ? audience.t('wrong.manyMatches', { words })
    : audience.t('wrong.matches', { words, count: hits.length });
  throw new UsageError(message, offered);
}

async function open(id: string, lookup: Lookup, question: ArticleQuestion): Promise<Article> {
  const article = await lookup.library.article(id);
  return article ?? (await offerInstead(lookup.audience.t('wrong.gone'), lookup, question));
}

/** An address that is unknown may be that of a site to follow. */
async function offerToFollow(url: string, lookup: Lookup, question: ArticleQuestion): Promise<never> {
  const { library, audience, maxButtonBytes } = lookup;
  const { actions, list } = await offerNewest(library, { ...question, maxButtonBytes });
  const follow = fitButtonCommand(`/follow ${url}`, maxButtonBytes);
  const offered =
    follow === undefined
      ? actions
      : [...actions, openAction(audience.t('button.follow', { site: hostOf(url) }), follow)];
  const isEmpty = actions.length === 0;
  const message = isEmpty ? audience.t('wrong.addressAlone', { url }) : audience.t('wrong.address', { url });
  throw new UsageError(message, { actions: offered, ...(!isEmpty && { list }) });
}

async function offerInstead(message: string, lookup: Lookup, question: ArticleQuestion): Promise<never> {
  const { library, audience, maxButtonBytes } = lookup;
  const offered = await offerNewest(library, { ...question, maxButtonBytes });
  throw offered.actions.length === 0 ? new UsageError(audience.t('list.none')) : new UsageError(message, offered);
}
