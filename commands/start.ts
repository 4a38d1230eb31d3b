import { defineCommand } from '../src/chat/command.ts';
import { mayFollow } from '../src/following/follow-policy.ts';
import { startView } from '../src/presenters/start-view.ts';
import type { FollowAccess } from './follow/access.ts';

interface StartDeps extends FollowAccess {
  /** When a daily digest comes by default. */
  defaultTime: string;
  /** Whether the platform can deliver digests. */
  delivers: (platform: string) => boolean;
}

/** `/start`, which Telegram sends for everybody who opens a chat with the bot: what it does, and the first steps. */
export const startCommand = ({ defaultTime: time, delivers, following }: StartDeps) =>
  defineCommand({
    name: 'start',
    hidden: true,
    forAsker: true,
    summary: 'command.start',
    examples: 'examples.start',
    args: {},
    async run(_, audience, { in: { platform }, by, mayManage = async () => true }) {
      const isManager = await mayManage();
      const maySubscribe = delivers(platform) && isManager;
      return startView({ time, maySubscribe, mayFollow: isManager && mayFollow(following, platform, by) }, audience);
    },
  });
