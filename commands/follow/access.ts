import type { CommandContext } from '../../src/chat/command.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { PollLimits } from '../../src/feed/poll-interval.ts';
import { type FollowPolicy, mayFollow } from '../../src/following/follow-policy.ts';
import type { Audience } from '../../src/locales/audience.ts';
import type { FetchPage } from '../../src/web/fetch-page.ts';

/** How chats follow feeds. */
export interface FollowAccess {
  following: FollowPolicy & {
    fetch: FetchPage;
    limits: PollLimits;
    /** Looks at once for feeds that were just followed. */
    wake(): void;
  };
}

/** Throws a `UsageError` if the person may not follow or unfollow feeds. */
export function assertMayFollow(policy: FollowPolicy, { in: { platform }, by }: CommandContext, { t }: Audience): void {
  if (mayFollow(policy, platform, by)) return;
  throw new UsageError(t(policy.who === 'off' ? 'follow.off' : 'follow.operatorsOnly'));
}
