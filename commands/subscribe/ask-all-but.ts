import { subscriptionsHere } from '../../src/arguments/find/find-subscriptions.ts';
import { matchSubscriptions, splitNames } from '../../src/arguments/find/match-subscriptions.ts';
import { fitButtonCommand } from '../../src/chat/button-command.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { choicesOf } from '../../src/presenters/subscription/subscription-view.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import { openAction } from '../../src/view/spans.ts';

/** Around the only ones to keep: `everything except tech`, `除了科技以外全部`. */
const ALL_BUT =
  /^(?:from )?(?:everything|all(?: of (?:it|them))?|the rest)?\s*(?:but|except(?: for)?|apart from|other than)\s+(.+)$|^(?:全部|所有)?除了?(.+?)(?:[以之]?外)?的?(?:都|全部|所有|其他|其它|取消|退订|退訂|不要)*$/iu;
/** Around the only ones to end, or to keep: `sport only`, `스포츠만`. */
const ONLY = /^(?:only|just|nur|只)\s*(.+)$|^(.+?)(?:\s+(?:only|nur)|만|だけ)$/iu;

interface AllButQuestion extends PlatformLimits {
  store: Pick<SubscriptionStore, 'forChat'>;
  where: Address;
  command: string;
  audience: Audience;
}

/** Throws a `UsageError` with the subscriptions that are meant as buttons, if words name all but some, or only some. */
export async function askAllBut(
  typed: string,
  { store, where, command, audience, maxButtonBytes }: AllButQuestion,
): Promise<void> {
  const text = typed.normalize('NFKC').trim();
  const [, ...but] = ALL_BUT.exec(text) ?? [];
  const [, ...only] = ONLY.exec(text) ?? [];
  const names = splitNames([...but, ...only].find((one) => one !== undefined) ?? '');
  const all = await subscriptionsHere(store, where);
  const named = new Set(names.flatMap((name) => matchSubscriptions(name, all, audience)));
  const meant = all.filter((one) => named.has(one) === (but.length === 0));
  if (named.size === 0 || meant.length === 0) return;
  const choices = choicesOf(
    meant.map((subscription) => ({ subscription })),
    { command, where, audience },
  );
  const ids = meant.map(({ id }) => `#${id}`).join(', ');
  const together = meant.length > 1 ? fitButtonCommand(`/${command} ${ids}`, maxButtonBytes) : undefined;
  const both = together === undefined ? [] : [openAction(audience.t('button.all'), together)];
  throw new UsageError(audience.t('ask.subscription'), { actions: [...choices, ...both] });
}
