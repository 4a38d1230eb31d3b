import type { Audience } from '../../locales/audience.ts';
import { describeSelection } from '../../presenters/subscription/describe-subscription.ts';
import type { Subscription } from '../../subscription/subscription.ts';
import { fold } from '../../text/terms/fold.ts';
import { stemOf } from '../../text/terms/stem.ts';
import { isLast, parseNumber, withoutPoliteness } from '../parse-number.ts';
import { hostOf, isSite } from './find-source.ts';

/** Around words of a subscription: `the football one`, `i don't want ferries anymore`. */
const THE_ONE =
  /^the (?!(?:last|\p{L}+(?:st|nd|rd|th)) )(.+) (?:one|subscription|digest)$|^(.+?)的?那[个個條条]$|^i (?:don[’']t|do not) want (?:any (?:more )?)?(.+?)(?: any ?more)?$/iu;
/** Before the name of a subscription: `me from number 1`. */
const FROM = /^(?:(?:me|us)\s+)?(?:from|to)\s+/iu;
/** Behind the name: `, keep the rest`. */
const REST =
  /[\s,，、;；.。]+(?:(?:and |but )?(?:keep|leave) (?:the )?(?:rest|others?)(?: .*)?|(?:其[他它余餘]|[别別]的|剩下)的?(?:都|全部)?(?:保留|不[变變]|留着|留著|[继繼][续續]|照[旧舊]).*)$/iu;

/** What stands between several subscriptions that words name: `climate and sport`. */
const JOIN =
  /\s*[,，、;；&]\s*(?:and |und |et |y )?|\s+(?:and|und|et|y|e|ed|и|та|і|ve|dan|và)\s+|\s*(?:和|与|與|及|跟|と|그리고)\s*/iu;

/** The words that name a subscription, without those around them: `me from the football one`. */
export function withoutLead(typed: string): string {
  return withoutPoliteness(typed).replace(FROM, '').replace(REST, '').replace(THE_ONE, '$1$2$3');
}

/** The names between which words like `and` stand. */
export function splitNames(typed: string): readonly string[] {
  return typed.split(JOIN);
}

/** The subscriptions that an id, a number of the list or words name; by words first those that have nothing else. */
export function matchSubscriptions(
  typed: string,
  all: readonly Subscription[],
  audience: Audience,
): readonly Subscription[] {
  if (typed === '') return [];
  const byId = all.filter(({ id }) => id === typed.normalize('NFKC').toLowerCase().replace(/^#/u, ''));
  const number = isLast(typed) ? all.length : parseNumber(typed);
  const byNumber = all.filter((_, index) => index + 1 === number);
  const byWords = all.filter(({ selection }) =>
    isSite(typed)
      ? selection.sources.some((source) => isNamedBy(typed, source))
      : isNamedBy(typed, describeSelection(selection, audience)),
  );
  const byAll = byWords.filter((one) => partNamed(typed, one) === undefined);
  return [byId, byNumber, byAll, byWords].find(({ length }) => length > 0) ?? [];
}

/**
 * The topics of a subscription that words name, if it also has others, or excludes what they name. Undefined if the words name all
 * of it, or do not go by its topics and sites.
 */
export function partNamed(
  typed: string,
  { selection }: Pick<Subscription, 'selection'>,
): readonly string[] | undefined {
  const words = withoutLead(typed);
  const names = [words, ...splitNames(words)].filter((name) => parseNumber(name) === undefined);
  const isNamed = (whole: string) => names.some((name) => isNamedBy(name, whole));
  const { topics, sources, without } = selection;
  const wanted = [...topics, ...sources];
  const isWhole = wanted.length > 0 && wanted.every(isNamed);
  return isWhole || ![...wanted, ...without].some(isNamed) ? undefined : topics.filter(isNamed);
}

/** Whether words name a topic, a site or a description, also in the plural: `ferries` names `the ferry`. */
function isNamedBy(words: string, whole: string): boolean {
  const host = isSite(words) ? hostOf(words) : undefined;
  if (host !== undefined) return whole === host || host.endsWith(`.${whole}`) || whole.endsWith(`.${host}`);
  const name = keyOf(words.replace(/^[#＃](?=.)/u, ''));
  return name !== '' && keyOf(whole).includes(name);
}

function keyOf(text: string): string {
  return fold(text)
    .trim()
    .replaceAll(/\p{L}+/gu, stemOf);
}
