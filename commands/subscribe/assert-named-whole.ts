import { partNamed } from '../../src/arguments/find/match-subscriptions.ts';
import { fitButtonCommand } from '../../src/chat/button-command.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { formatRequest } from '../../src/phrase/format-request.ts';
import { describeSelection } from '../../src/presenters/subscription/describe-subscription.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import { openAction } from '../../src/view/spans.ts';

/** Throws a `UsageError` if words name only a part of a subscription, with buttons to leave out that part or to go on with all of it. */
export function assertNamedWhole(
  typed: string,
  found: readonly Subscription[],
  {
    command: name,
    audience,
    maxButtonBytes,
  }: PlatformLimits & { command: 'unsubscribe' | 'pause'; audience: Audience },
): void {
  const { t } = audience;
  for (const one of found) {
    const part = partNamed(typed, one);
    if (part === undefined) continue;
    const words = part.join(t('join.or'));
    const command = fitButtonCommand(`/subscribe #${one.id} remove ${formatRequest({ topics: part })}`, maxButtonBytes);
    const isPart = part.length > 0;
    if (name === 'pause' && !isPart) continue;
    const key = name === 'pause' ? 'ask.pausePart' : 'ask.part';
    const question = isPart ? t(key, { words, what: describeSelection(one.selection, audience) }) : t('ask.end');
    const leaveOut = isPart && command !== undefined ? [openAction(t('button.onlyWithout', { words }), command)] : [];
    const whole = openAction(t(`button.${name}`), `/${name} #${one.id}`);
    throw new UsageError(question, { actions: [...leaveOut, whole] });
  }
}
