import { partNamed } from '../../src/arguments/find/match-subscriptions.ts';
import { fitButtonCommand } from '../../src/chat/button-command.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { formatRequest } from '../../src/phrase/format-request.ts';
import { describeSelection } from '../../src/presenters/subscription/describe-subscription.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import { openAction } from '../../src/view/spans.ts';

/** Throws a `UsageError` if words name only a part of a subscription, with buttons to leave out that part or to end all of it. */
export function assertNamedWhole(
  typed: string,
  found: readonly Subscription[],
  { audience, maxButtonBytes }: PlatformLimits & { audience: Audience },
): void {
  const { t } = audience;
  for (const one of found) {
    const part = partNamed(typed, one);
    if (part === undefined) continue;
    const words = part.join(t('join.or'));
    const command = fitButtonCommand(`/subscribe #${one.id} remove ${formatRequest({ topics: part })}`, maxButtonBytes);
    const isPart = part.length > 0;
    const question = isPart ? t('ask.part', { words, what: describeSelection(one.selection, audience) }) : t('ask.end');
    const leaveOut = isPart && command !== undefined ? [openAction(t('button.onlyWithout', { words }), command)] : [];
    const end = openAction(t('button.unsubscribe'), `/unsubscribe #${one.id}`);
    throw new UsageError(question, { actions: [...leaveOut, end] });
  }
}
