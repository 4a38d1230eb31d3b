import type { Suggestion, Typing } from '../../chat/platform.ts';
import { createTranslator } from '../../locales/translator.ts';
import { describeHere } from '../../presenters/subscription/describe-subscription.ts';
import type { SubscriptionStore } from '../../subscription/store.ts';
import { numberedLabel } from '../../view/label.ts';
import { subscriptionsHere } from '../find/find-subscriptions.ts';

/** Suggests subscriptions of the chat by number or words, and `all` if that is allowed. */
export async function suggestSubscriptions(
  { typed, language, in: where }: Typing,
  store: Pick<SubscriptionStore, 'forChat'>,
  { orAll }: { orAll: boolean },
): Promise<readonly Suggestion[]> {
  const t = createTranslator(language);
  const here = await subscriptionsHere(store, where);
  const all = here.map((one, index) => ({
    value: `#${one.id}`,
    label: numberedLabel(index + 1, describeHere(one, where, { t })),
  }));
  const every = orAll && all.length > 1 ? [{ value: 'all', label: t('button.all') }] : [];
  const words = typed.trim().toLowerCase();
  return [...all, ...every].filter(({ value, label }) => `${label} ${value}`.toLowerCase().includes(words));
}
