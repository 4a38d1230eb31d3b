import { subscriptionOf } from '../src/arguments/find-subscriptions.ts';
import { defineCommand } from '../src/chat/command.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { Arrivals } from '../src/library/arrivals.ts';
import type { Keywords } from '../src/library/keywords.ts';
import type { Library } from '../src/library/library.ts';
import { subscriptionView } from '../src/presenters/subscription-view.ts';
import { nextCheck } from '../src/schedule/next-check.ts';
import { openAction } from '../src/view/spans.ts';
import { type ApplyDeps, applyRequest } from './subscribe/apply-request.ts';
import { subscribeArgs } from './subscribe/args.ts';
import { readSchedule, readSelection, toCommand } from './subscribe/read-request.ts';

/** The dependencies of `/subscribe`. */
export interface SubscribeDeps extends PlatformLimits, ApplyDeps {
  arrivals: Pick<Arrivals, 'position'>;
  library: Pick<Library, 'sources'>;
  keywords: Pick<Keywords, 'current'>;
  /** Whether the platform can deliver digests. */
  delivers: (platform: string) => boolean;
}

/** `/subscribe times? days? zone? topics? source? style?`: adds a subscription, or changes the one with the same selection. */
export const subscribeCommand = (deps: SubscribeDeps) =>
  defineCommand({
    name: 'subscribe',
    adminsOnly: true,
    plansPosts: true,
    takesBareWords: true,
    summary: 'command.subscribe',
    examples: 'examples.subscribe',
    args: subscribeArgs(deps),
    async run({ subscription: id, style, place, ...typed }, audience, caller) {
      if (!deps.delivers(caller.in.platform)) {
        const digest = openAction(audience.t('button.digest'), '/digest');
        throw new UsageError(audience.t('subscribe.nowhere'), { actions: [digest] });
      }
      const { library, subscriptions: store, maxButtonBytes, now } = deps;
      const again = (instead: Partial<typeof typed>) => toCommand({ ...typed, ...instead }, [id, style, place]);
      const reading = { library, again, audience, maxButtonBytes };
      const schedule = readSchedule(typed, reading);
      const selection = await readSelection(typed, reading);
      const named = id === undefined ? undefined : await subscriptionOf(id, { store, where: caller.in, audience });
      const [settings, position] = [await store.settings(caller.in), await deps.arrivals.position()];
      const request = { schedule, selection, style, named, place };
      const { subscription, notice } = await applyRequest(request, { deps, caller, audience, settings, position });
      const nextAt = subscription.state === 'active' ? nextCheck(subscription.schedule, now()) : undefined;
      const shown = { notice: audience.t(notice), where: caller.in, now: now() };
      return subscriptionView({ subscription, nextAt }, shown, audience);
    },
  });
