import { UsageError } from '../../chat/usage-error.ts';
import type { Audience } from '../../locales/audience.ts';
import { choicesOf } from '../../presenters/subscription/subscription-view.ts';
import type { Address } from '../../subscription/address.ts';
import type { SubscriptionStore } from '../../subscription/store.ts';
import type { Subscription } from '../../subscription/subscription.ts';
import { isSubscriptionId } from '../../subscription/subscription-id.ts';
import { pattern } from '../../text/pattern.ts';
import { openAction } from '../../view/spans.ts';
import { parseNumber } from '../parse-number.ts';
import { matchSubscriptions, splitNames, withoutLead } from './match-subscriptions.ts';

const ID = /^#([a-z0-9]{6})$/u;
const ALL = pattern('iu')`
  ^(?:
    (?:all|both|everything|every one)(?: of (?:it|them)|(?: (?:my|the))? subscriptions)?
    |(?:全部|所有)(?:的)?(?:订阅|訂閱)?(?:都?(?:不要|取消|退订|退訂|删掉|刪掉|唔要)[了喇]?)?|todos?|todas|tout|tous|alles?|tutt[oi]|tudo
    |вс[её]|всі|hepsi|すべて|全て|全部の|모두|전부|الكل|كل شيء|tất cả|semua|सब|सभी
  )$
`;
/** Words after which the command stands as if alone: `unsubscribe me`. */
const NOBODY = /^(?:me|it|this|)$/iu;
/** What stands between several numbers of the list: `1, 2`, `1和3`. */
const BETWEEN = /(?:[\s,，、&]|and|和)+/u;

/** From one number of the list to another: `1-3`. */
const RANGE = /(?<![\d-])(\d{1,2})\s*(?:[-–~]|to|到|至)\s*(\d{1,2})(?![\d-])/gu;

interface SubscriptionQuestion {
  store: Pick<SubscriptionStore, 'forChat' | 'get'>;
  where: Address;
  /** The command that a button runs with the chosen one. */
  command: string;
  audience: Audience;
}

type SubscriptionChoice = SubscriptionQuestion & { orAll: boolean };

/** The subscriptions of a chat or thread; in a post of a forum also those of the forum itself. */
export async function subscriptionsHere(
  store: Pick<SubscriptionStore, 'forChat'>,
  { forum, thread, ...chat }: Address,
): Promise<readonly Subscription[]> {
  if (forum !== true) return await store.forChat({ ...chat, ...(thread !== undefined && { thread }) });
  return (await store.forChat(chat)).filter(({ to }) => to.thread === undefined || to.thread === thread);
}

/** Whether typed text means all subscriptions. */
export function isAll(typed = ''): boolean {
  return ALL.test(withoutLead(typed.normalize('NFKC')));
}

/** Whether a word is the id of a subscription: it has the form of one, or exists. Other words after a # are topics. */
export async function looksLikeSubscriptionId(word: string, store: Pick<SubscriptionStore, 'get'>): Promise<boolean> {
  const id = ID.exec(word.normalize('NFKC'))?.[1];
  return id !== undefined && (isSubscriptionId(id) || (await store.get(id)) !== undefined);
}

/**
 * Finds subscriptions of a chat by an id, a number of their list, words, or `all`; without text, the only one. Throws a
 * `UsageError` with buttons if none or several match.
 */
export async function findSubscriptions(
  typed: string | undefined,
  question: SubscriptionQuestion,
): Promise<readonly [Subscription, ...Subscription[]]> {
  if (isAll(typed)) return await allHere(question);
  const numbers = withoutLead(typed ?? '')
    .replaceAll(RANGE, toNumbers)
    .split(BETWEEN);
  const areNumbers = numbers.every((one) => parseNumber(one) !== undefined);
  const [first, ...others] = areNumbers ? numbers : await splitTyped(typed, question);
  const found = new Map<string, Subscription>();
  const only = await findOne(first, { ...question, orAll: true });
  for (const one of others) {
    const other = await findOne(one, { ...question, orAll: true });
    if (other.id !== only.id) found.set(other.id, other);
  }
  return [only, ...found.values()];
}

/** Several subscriptions by words: `climate and sport`. Words that name one together stay together. */
async function splitTyped(
  typed = '',
  { store, where, audience }: SubscriptionQuestion,
): Promise<readonly (string | undefined)[]> {
  const all = await subscriptionsHere(store, where);
  const names = splitNames(withoutLead(typed));
  const isOne = matchSubscriptions(withoutLead(typed), all, audience).length > 0;
  return isOne || names.some((name) => matchSubscriptions(name, all, audience).length === 0) ? [typed] : names;
}

function toNumbers(_: string, from: string, to: string): string {
  return Array.from({ length: Math.max(0, Number(to) - Number(from)) + 1 }, (__, step) => Number(from) + step).join(
    ' ',
  );
}

/** Finds one subscription in the same way. For `all` it asks which one. */
export async function findSubscription(
  typed: string | undefined,
  question: SubscriptionQuestion,
): Promise<Subscription> {
  return await findOne(isAll(typed) ? undefined : typed, { ...question, orAll: false });
}

async function findOne(typed: string | undefined, question: SubscriptionChoice): Promise<Subscription> {
  const name = withoutLead(typed ?? '');
  const word = NOBODY.test(name) ? undefined : name;
  if (word !== undefined && (await looksLikeSubscriptionId(word, question.store)))
    return await subscriptionOf(word, question);
  const [first, ...others] = await allHere(question);
  if (word !== undefined) return byNumberOrWords(word, [first, ...others], question);
  return others.length === 0 ? first : ask([first, ...others], question);
}

async function allHere({
  store,
  where,
  audience,
}: SubscriptionQuestion): Promise<readonly [Subscription, ...Subscription[]]> {
  const [first, ...others] = await subscriptionsHere(store, where);
  if (first !== undefined) return [first, ...others];
  const subscribe = openAction(audience.t('button.subscribe'), '/subscribe');
  throw new UsageError(audience.t('subscriptions.none'), { actions: [subscribe] });
}

/** Finds a subscription of this chat by its id. Throws a `UsageError` if there is none. */
export async function subscriptionOf(
  id: string,
  { store, where, audience }: Pick<SubscriptionQuestion, 'store' | 'where' | 'audience'>,
): Promise<Subscription> {
  const found = await store.get(id.normalize('NFKC').replace(/^#/u, ''));
  if (found?.to.platform === where.platform && found.to.chat === where.chat) return found;
  const list = openAction(audience.t('button.subscriptions'), '/subscriptions');
  throw new UsageError(audience.t('wrong.subscriptionGone'), { actions: [list] });
}

function byNumberOrWords(typed: string, all: readonly Subscription[], question: SubscriptionChoice): Subscription {
  const [first, ...others] = matchSubscriptions(typed, all, question.audience);
  if (first !== undefined) return others.length === 0 ? first : ask([first, ...others], question);
  const { t } = question.audience;
  throw new UsageError(t('wrong.subscription', { typed }), { actions: offer(all, question) });
}

function ask(some: readonly Subscription[], question: SubscriptionChoice): never {
  throw new UsageError(question.audience.t('ask.subscription'), { actions: offer(some, question) });
}

function offer(some: readonly Subscription[], { command, where, audience, orAll }: SubscriptionChoice) {
  const choices = choicesOf(
    some.map((subscription) => ({ subscription })),
    { command, where, audience },
  );
  if (some.length < 2 || !orAll) return choices;
  return [...choices, openAction(audience.t('button.all'), `/${command} all`)];
}
