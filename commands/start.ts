import { defineCommand } from '../src/chat/command.ts';
import { startView } from '../src/presenters/start-view.ts';

interface StartDeps {
  /** When a daily digest comes by default. */
  defaultTime: string;
  /** Whether the platform can deliver digests. */
  delivers: (platform: string) => boolean;
}

/** `/start`, which Telegram sends for everybody who opens a chat with the bot: what it does, and the first steps. */
export const startCommand = ({ defaultTime: time, delivers }: StartDeps) =>
  defineCommand({
    name: 'start',
    hidden: true,
    forAsker: true,
    summary: 'command.start',
    examples: 'examples.start',
    args: {},
    async run(_, audience, { in: { platform }, mayManage = async () => true }) {
      return startView({ time, maySubscribe: delivers(platform) && (await mayManage()) }, audience);
    },
  });
