import { defineCommand } from '../src/chat/command.ts';
import type { FeedStore } from '../src/following/feed-store.ts';
import { followingView } from '../src/presenters/following-view.ts';

interface FollowingDeps {
  feeds: Pick<FeedStore, 'followedBy'>;
  now: () => Date;
}

/** `/following`: the feeds that the chat follows, with their state. */
export const followingCommand = ({ feeds, now }: FollowingDeps) =>
  defineCommand({
    name: 'following',
    forAsker: true,
    summary: 'command.following',
    examples: 'examples.following',
    args: {},
    run: async (_, audience, { in: where }) => followingView(await feeds.followedBy(where), now(), audience),
  });
