import { UsageError } from '../chat/usage-error.ts';
import type { Audience } from '../locales/audience.ts';
import { describeSelection } from '../presenters/describe-subscription.ts';
import { choicesOf } from '../presenters/subscription-view.ts';
import type { Address } from '../subscription/address.ts';
import type { SubscriptionStore } from '../subscription/store.ts';
import type { Subscription } from '../subscription/subscription.ts';
import { isSubscriptionId } from '../subscription/subscription-id.ts';
import { openAction } from '../view/spans.ts';
import { parseNumber } from './parse-number.ts';

const ID = /^#([a-z0-9]{6})$/u;
const ALL = /^(?:all|everything|全部|所有)$/iu;

interface Asking {
  store: Pick<SubscriptionStore, 'forChat' | 'get'>;
  where: Address;
  /** What a button types with the one that is meant. */
  command: string;
  audience: Audience;
}

/** What is offered where it is not certain which one is meant. */
type Offering = Asking & { orAll: boolean };

/** The subscriptions of the place asked in; in a forum's post those of the forum itself too. */
export async function subscriptionsHere(
  store: Pick<SubscriptionStore, 'forChat'>,
  { forum, thread, ...chat }: Address,
): Promise<readonly Subscription[]> {
  if (forum !== true) return await store.forChat({ ...chat, ...(thread !== undefined && { thread }) });
  return (await store.forChat(chat)).filter(({ to }) => to.thread === undefined || to.thread === thread);
}

/** Whether all subscriptions are meant by what was typed. */
export function isAll(typed = ''): boolean {
  return ALL.test(typed.normalize('NFKC').trim());
}

/** Whether a word can only name a subscription: by an id that is of our form, or that there is. Other words behind a # are topics. */
export async function looksLikeSubscriptionId(word: string, store: Pick<SubscriptionStore, 'get'>): Promise<boolean> {
  const id = ID.exec(word.normalize('NFKC'))?.[1];
  return id !== undefined && (isSubscriptionId(id) || (await store.get(id)) !== undefined);
}

/**
 * The subscriptions of a chat that someone means by an id, a number of their list, words, or `all`; by nothing, the only one.
 * Throws a `UsageError` with buttons where there is none or it is not certain.
 */
export async function findSubscriptions(
  typed: string | undefined,
  asking: Asking,
): Promise<readonly [Subscription, ...Subscription[]]> {
  return isAll(typed) ? await allHere(asking) : [await findOne(typed, { ...asking, orAll: true })];
}

/** The same for what can be done with one alone: `all` is neither offered nor understood, but asked back. */
export async function findSubscription(typed: string | undefined, asking: Asking): Promise<Subscription> {
  return await findOne(isAll(typed) ? undefined : typed, { ...asking, orAll: false });
}

async function findOne(typed: string | undefined, asking: Offering): Promise<Subscription> {
  const word = typed?.trim();
  if (word !== undefined && (await looksLikeSubscriptionId(word, asking.store)))
    return await subscriptionOf(word, asking);
  const [first, ...others] = await allHere(asking);
  if (word !== undefined) return byNumberOrWords(word, [first, ...others], asking);
  return others.length === 0 ? first : ask([first, ...others], asking);
}

async function allHere({ store, where, audience }: Asking): Promise<readonly [Subscription, ...Subscription[]]> {
  const [first, ...others] = await subscriptionsHere(store, where);
  if (first !== undefined) return [first, ...others];
  const subscribe = openAction(audience.t('button.subscribe'), '/subscribe');
  throw new UsageError(audience.t('subscriptions.none'), { actions: [subscribe] });
}

/** The subscription of this id, if it is of the chat that asks; else a `UsageError`. */
export async function subscriptionOf(
  id: string,
  { store, where, audience }: Pick<Asking, 'store' | 'where' | 'audience'>,
): Promise<Subscription> {
  const found = await store.get(id.normalize('NFKC').replace(/^#/u, ''));
  if (found?.to.platform === where.platform && found.to.chat === where.chat) return found;
  const list = openAction(audience.t('button.subscriptions'), '/subscriptions');
  throw new UsageError(audience.t('wrong.subscriptionGone'), { actions: [list] });
}

function byNumberOrWords(typed: string, all: readonly Subscription[], asking: Offering): Subscription {
  const byId = all.filter(({ id }) => id === typed.normalize('NFKC').toLowerCase());
  const number = parseNumber(typed);
  const byNumber = all.filter((_, index) => index + 1 === number);
  const words = typed.toLowerCase().replace(/^[#＃](?=.)/u, '');
  const byWords = all.filter(({ selection }) =>
    describeSelection(selection, asking.audience).toLowerCase().includes(words),
  );
  const [first, ...others] = [byId, byNumber, byWords].find(({ length }) => length > 0) ?? [];
  if (first !== undefined) return others.length === 0 ? first : ask([first, ...others], asking);
  const { t } = asking.audience;
  throw new UsageError(t('wrong.subscription', { typed }), { actions: offer(all, asking) });
}

function ask(some: readonly Subscription[], asking: Offering): never {
  throw new UsageError(asking.audience.t('ask.subscription'), { actions: offer(some, asking) });
}

function offer(some: readonly Subscription[], { command, where, audience, orAll }: Offering) {
  const choices = choicesOf(
    some.map((subscription) => ({ subscription })),
    { command, where, audience },
  );
  if (some.length < 2 || !orAll) return choices;
  return [...choices, openAction(audience.t('button.all'), `/${command} all`)];
}
