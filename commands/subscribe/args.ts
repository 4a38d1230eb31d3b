import { suggestSources } from '../../src/arguments/find/find-source.ts';
import { looksLikeSubscriptionId } from '../../src/arguments/find/find-subscriptions.ts';
import { suggestTopics } from '../../src/arguments/suggest/suggest-topics.ts';
import { suggestDays, suggestTimes } from '../../src/arguments/suggest/suggest-when.ts';
import { suggestZoneValues } from '../../src/arguments/suggest/suggest-zone-values.ts';
import type { Args } from '../../src/chat/command.ts';
import type { Typing } from '../../src/chat/platform.ts';
import type { Keywords } from '../../src/library/keywords.ts';
import type { Library } from '../../src/library/library.ts';
import { forumPlaces } from '../../src/subscription/forum-place.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import { styleArg } from '../args/style-arg.ts';
import { subscriptionArg } from '../args/subscription-arg.ts';

/** How many topics of the newest articles the suggestions come from. */
const TOPICS = 60;

interface SubscribeArgsDeps {
  library: Pick<Library, 'sources'>;
  keywords: Pick<Keywords, 'current'>;
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat'>;
  now: () => Date;
}

/** The arguments of `/subscribe`: everything that is typed is one request, and platforms with options name its parts. */
export const subscribeArgs = ({ library, keywords, subscriptions, now }: SubscribeArgsDeps) =>
  ({
    times: {
      kind: 'text',
      summary: 'arg.times',
      optional: true,
      suggest: async (typing: Typing) => suggestTimes(typing),
    },
    days: {
      kind: 'text',
      summary: 'arg.days',
      optional: true,
      suggest: async (typing: Typing) => suggestDays(typing),
    },
    zone: {
      kind: 'text',
      summary: 'arg.zone',
      optional: true,
      suggest: async (typing: Typing) => suggestZoneValues(typing, now()),
    },
    topics: {
      kind: 'text',
      summary: 'arg.topics',
      optional: true,
      suggest: async ({ typed, limit }: Typing) => suggestTopics(typed, await keywords.current(TOPICS), limit),
    },
    source: {
      kind: 'text',
      summary: 'arg.sources',
      optional: true,
      suggest: (typing: Typing) => suggestSources(typing, library),
    },
    style: styleArg,
    place: { kind: 'text', summary: 'arg.place', optional: true, hidden: true, choices: forumPlaces },
    subscription: {
      ...subscriptionArg(subscriptions, { orAll: false }),
      summary: 'arg.change',
      accepts: (word: string) => looksLikeSubscriptionId(word, subscriptions),
    },
    request: { kind: 'text', summary: 'arg.topics', optional: true, hidden: true, takesAll: true },
  }) as const satisfies Args;
