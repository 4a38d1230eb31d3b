import type { LastShown } from '../../chat/last-shown.ts';
import { UsageError } from '../../chat/usage-error.ts';
import type { Audience } from '../../locales/audience.ts';
import type { Translate } from '../../locales/messages.ts';
import { fold } from '../../text/terms/fold.ts';
import { openAction } from '../../view/spans.ts';
import { isLast, parseNumber, withoutPoliteness } from '../parse-number.ts';

interface Way {
  /** Folded words: in simplified characters, without punctuation. */
  words: RegExp;
  /** The labels of the buttons that lead there, the most likely first. */
  labels: (t: Translate) => readonly string[];
}

const WAYS: readonly Way[] = [
  {
    words:
      /^(?:(?:the )?next(?: (?:section|page|part|chapter|one))?|(?:(?:show(?: me)?|read|see) )?more|older(?: articles)?|continue|go on|(?:read|keep|carry) (?:on|reading|going)|(?:下|后)一(?:节|页|章|个|部分)|下页|(?:看|显示)?更多|更早|较早|继续|siguiente|sigue|continua|mas|suivante?|la suite|weiter|nachste(?:r|s)?(?: (?:seite|abschnitt))?|mehr|avanti|prossim[oa]|continua|proxim[oa]|дальше|далее|ещe?|еще|следующ(?:ая|ий|ее)(?: (?:страница|раздел|часть))?|далі|наступн(?:а|ий)|ще|(?:bir )?sonraki(?: (?:bolum|sayfa))?|devam|التالي|المزيد|次(?:へ|の(?:ページ|節|章))?|続き|もっと|다음(?: ?(?:페이지|절))?|계속|더 보기|tiep(?: theo)?|lanjut|selanjutnya|अगला)$/u,
    labels: (t) => [
      t('button.next'),
      t('button.older'),
      t('button.pageAfter'),
      t('button.rest', { count: 0 }),
      t('button.read'),
      t('button.readAll'),
    ],
  },
  {
    words:
      /^(?:(?:the )?prev(?:ious)?(?: (?:section|page|part|chapter|one))?|(?:go |turn )?back (?:a|one) (?:section|page|part|chapter)|newer(?: articles)?|(?:上|前)一(?:节|页|章|个|部分)|上页|更新的|较新|anterior|precedent[e]?|zuruck|vorherige(?:r|s)?|precedente|предыдущ(?:ая|ий|ее)|попередн(?:я|ій)|onceki(?: (?:bolum|sayfa))?|السابق|前(?:へ|の(?:ページ|節|章))|이전|truoc|sebelumnya|पिछला)$/u,
    labels: (t) => [t('button.previous'), t('button.newer'), t('button.pageBefore'), t('button.back')],
  },
  {
    words: /^(?:(?:go )?back|return|返回(?:上一级)?|后退|回去)$/u,
    labels: (t) => [t('button.back'), t('button.contents')],
  },
  {
    words: /^(?:(?:read |show )?(?:in )?full(?: text)?|read (?:it )?all|(?:阅读|看|读)?全文|从头读起?)$/u,
    labels: (t) => [t('button.readAll'), t('button.read'), t('button.everything')],
  },
];
/** Words that take back what the last answer has done. */
const UNDO =
  /^(?:undo|(?:undo|revert) (?:it|that|this)|take (?:it|that) back|ruckgangig(?: machen)?|mach (?:es|das) ruckgangig|deshacer|deshazlo|desfazer|desfaz|верни(?:те)?(?: назад| обратно)?|вернуть(?: назад)?|поверни(?: назад)?|geri al|تراجع|元に戻して?|戻して|되돌려(?: ?줘)?|되돌리기|hoan tac|urungkan|撤销|撤消|撤回|还原)$/u;
/** Words that press the command which the last answer offers. */
const YES =
  /^(?:yes|yep|yeah|sure|ok(?:ay)?|do it|right|exactly|ja|genau|oui|d accord|si|vale|sim|certo|да|давай|так|evet|tamam|نعم|はい|お願いします|네|응|예|vang|co|đung|ya|हाँ|हां|是的?|对|对的|好的?|嗯|可以|系|系呀|冇错)$/u;
/** Before what is to be opened: `open the last article`. */
const OPEN = /^(?:(?:can|could) you |please )*(?:open |read (?=the |it )|打开)?/u;
const BACK = /^(?:(?:go )?back|return|返回|后退|回去)/u;
const ARTICLE =
  /^(?:(?:back to |show )?(?:the )?(?:table of )?contents|toc|(?:返回|回到|回|看)?目录|(?:the )?original|原文|source link)$/u;
const LAST_SECTION = /^(?:(?:the )?last (?:section|part|chapter)|最后(?:一(?:节|章|个|部分))?)$/u;
const NEIGHBOUR = /^(?:(?:the )?(next|prev(?:ious)?) (?:article|story)|(下|上|后|前)一(?:篇|条)(?:文章|新闻)?)$/u;
const PAGE =
  /^(?:(?:(?:go|jump|turn|skip) to|show(?: me)?) )?(?:the )?(?:page |p)(\d{1,3})$|^(?:去|到|翻到?|跳到?|看)?(第.+页)$/u;

/**
 * Reads words for what the last answer offers, as the line of a command: the label of a button, `next section`, `下一页`, `page 2`.
 * Undefined for other words. Throws a `UsageError` if nothing leads there.
 */
export function readScreenWords(typed: string, shown: LastShown, { t }: Audience): string | undefined {
  const words = plain(withoutPoliteness(typed)).replace(OPEN, '');
  const { buttons = [], article } = shown;
  const answered = readAnswer(words, shown, t);
  if (answered !== undefined) return answered;
  if (LAST_SECTION.test(words) && article !== undefined) return `/section ${article} ${words}`;
  const last = isLast(words) ? Object.values(shown.list?.articles ?? {}).at(-1) : undefined;
  if (last !== undefined) return `/article ${last}`;
  if (ARTICLE.test(words) && article !== undefined) return `/article ${article}`;
  const line = toNeighbour(words, shown) ?? toPage(words, shown);
  if (line !== undefined) return line;
  const way = WAYS.find((one) => one.words.test(words));
  if (way === undefined) return undefined;
  const labels = way.labels(t).map((label) => withoutDigits(plain(label)));
  const ranked = labels.flatMap((label) => buttons.find((one) => withoutDigits(plain(one.label)) === label) ?? []);
  const command = ranked[0]?.command ?? (BACK.test(words) ? listLine(shown) : undefined);
  if (command !== undefined) return command;
  throw new UsageError(t('wrong.move'), { actions: [openAction(t('button.newest'), '/articles')] });
}

/** The button that words name; also words that accept what the last answer offers, or take back what it did. */
function readAnswer(words: string, { buttons = [], answer = [] }: LastShown, t: Translate): string | undefined {
  const pressed = [...answer, ...buttons].find(({ label }) => plain(label) === words);
  if (pressed !== undefined) return pressed.command;
  if (YES.test(words)) return answer.find(({ label, command }) => label === command)?.command;
  if (!UNDO.test(words)) return undefined;
  const undo = answer.find(({ label }) => label === t('button.undo'));
  if (undo !== undefined) return undo.command;
  throw new UsageError(t('wrong.undo'), { actions: [openAction(t('button.subscriptions'), '/subscriptions')] });
}

function plain(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function withoutDigits(text: string): string {
  return text.replaceAll(/\s*\d+\s*/gu, '');
}

/** The article beside the current one in the list that was shown. */
function toNeighbour(words: string, { list, article }: LastShown): string | undefined {
  const [found, ...way] = NEIGHBOUR.exec(words) ?? [];
  if (found === undefined) return undefined;
  const entries = Object.entries(list?.articles ?? {});
  const number = Number(entries.find(([, id]) => id === article)?.[0] ?? 0);
  const step = way.some((one) => /^(?:next|下|后)/u.test(one ?? '')) ? 1 : -1;
  const id = list?.articles[String(number + step)];
  return id === undefined ? undefined : `/article ${id}`;
}

function toPage(words: string, shown: LastShown): string | undefined {
  const [, digits, numeral = ''] = PAGE.exec(words) ?? [];
  const page = digits === undefined ? parseNumber(numeral) : Number(digits);
  const line = listLine(shown) ?? '/articles';
  if (page === undefined) return undefined;
  return line.startsWith('/search') ? `${line} page:${page}` : `${line} ${page}`;
}

/** The command that showed the list. */
function listLine({ list }: LastShown): string | undefined {
  return /^(?:articles|search .)/u.test(list?.of ?? '') ? `/${list?.of}` : undefined;
}
