import { defineCommand } from '../../src/chat/command.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import { feedListView, followingView } from '../../src/presenters/following/following-view.ts';

interface FollowingDeps {
  feeds: Pick<FeedStore, 'followedBy'>;
  now: () => Date;
}

/** `/following format?`: the feeds that the chat follows, with their state, or for another reader. */
export const followingCommand = ({ feeds, now }: FollowingDeps) =>
  defineCommand({
    name: 'following',
    forAsker: true,
    summary: 'command.following',
    examples: 'examples.following',
    args: {
      format: { kind: 'text', summary: 'arg.format', optional: true, choices: ['opml'] },
    },
    async run({ format }, audience, { in: where }) {
      const followed = await feeds.followedBy(where);
      const isList = format === undefined || followed.length === 0;
      return isList ? followingView(followed, now(), audience) : feedListView(followed, audience);
    },
  });
