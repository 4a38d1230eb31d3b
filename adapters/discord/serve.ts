import { type APIInteraction, GatewayDispatchEvents, type GatewayReadyDispatchData } from 'discord.js';
import type { CommandSpec } from '../../src/chat/platform.ts';
import type { Dispatch } from '../../src/chat/request.ts';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { type Backoff, exponentialBackoff } from '../../src/messaging/backoff.ts';
import type { ReportConnection } from '../../src/messaging/connection-reporter.ts';
import { createDeduplicator } from '../../src/messaging/deduplicator.ts';
import { isolateErrors } from '../../src/messaging/isolate-errors.ts';
import type { KeyedQueue } from '../../src/messaging/keyed-queue.ts';
import { createRateLimiter, type RateLimiter } from '../../src/messaging/rate-limiter.ts';
import type { RetryPolicy } from '../../src/messaging/retry.ts';
import { retryUntilStopped } from '../../src/messaging/retry-until-stopped.ts';
import { createSingleFlight } from '../../src/messaging/single-flight.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { PlatformContext } from '../platform.ts';
import { createAdmins } from './admins.ts';
import { type Client, createClient } from './client.ts';
import { createConversation } from './conversation.ts';
import { deliver } from './deliver.ts';
import type { DiscordFailure } from './errors.ts';
import { createForumPosts } from './forum-posts.ts';
import { createForums, type Forums } from './forums.ts';
import { keepConnected } from './gateway.ts';
import { type MembershipEvent, readMembership } from './membership.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { RATE_LIMITS } from './rate-limits.ts';
import { readInteraction } from './read-interaction.ts';
import { registerCommands } from './register-commands.ts';
import { retryRequest } from './retry.ts';
import { slowDownWhenRefused } from './slow-down-when-refused.ts';

/** People see no command that is not registered. */
const REGISTRATION_BACKOFF: Backoff = { firstMs: 10_000, longestMs: 60 * 60_000 };

/** Discord in use. */
export interface Service extends Deliverer {
  /** Serves until the signal aborts. */
  serve(commands: readonly CommandSpec[], dispatch: Dispatch): Promise<void>;
  /** Removes what is kept about a channel. */
  forget(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
}

/** What the service depends on. */
export interface ServiceContext extends PlatformContext {
  token: string;
  api: string;
  queue: KeyedQueue;
  signal: AbortSignal;
}

export function createService(
  context: ServiceContext,
  pace: RateLimiter = createRateLimiter(context.clock, RATE_LIMITS),
): Service {
  const client = createClient({ ...context, refused: (count) => slowDownWhenRefused(count, pace) });
  const outbox = createOutbox({ ...context, client, pace });
  const state = context.states('discord');
  const forums = createForums({ ...context, client, state });
  const posts = createForumPosts({ client, outbox, now: () => new Date(context.clock.nowMs()) });
  const admins = createAdmins({ client, outbox, state });
  return {
    serve: (commands, dispatch) => run({ ...context, client, outbox, forums, commands, dispatch }),
    deliver: (to, view, options) => deliver(to, { view, options }, { ...context, outbox, posts, forums, admins }),
    async forget(chat) {
      await Promise.all([forums.forget(chat.chat), admins.forget(chat)]);
    },
  };
}

interface ServeDeps extends ServiceContext {
  client: Client;
  outbox: Outbox;
  forums: Forums;
  commands: readonly CommandSpec[];
  dispatch: Dispatch;
}

type OnEvent = Parameters<typeof keepConnected>[0]['onEvent'];

async function run(deps: ServeDeps): Promise<void> {
  const { token, api, clock, signal } = deps;
  const answer = createHandler(deps);
  const greet = createGreeting(deps);
  const handle: OnEvent = (event, payload) => {
    if (event === GatewayDispatchEvents.Ready) return greet(payload as GatewayReadyDispatchData);
    if (event === GatewayDispatchEvents.InteractionCreate) return answer(payload as APIInteraction);
    const membership = readMembership(event, payload as MembershipEvent);
    if (membership !== undefined) (membership.isThere ? deps.onBotAdded : deps.onBotRemoved)(membership.place);
    return undefined;
  };
  const onEvent = isolateErrors(handle, deps.report);
  const report: ReportConnection<DiscordFailure> = (news, why) => reportNews(news, why, deps);
  await keepConnected({ token, api, clock, onEvent, report }, signal);
}

/** At each new session: shows the operator who the bot is, and registers the commands. */
function createGreeting({ client, clock, commands, language, say, queue, report, signal }: ServeDeps) {
  let application = '';
  const policy: RetryPolicy = (error, failures) => {
    report(error);
    return exponentialBackoff(failures, REGISTRATION_BACKOFF);
  };
  const register = () => retryRequest(() => registerCommands(client, application, commands), { clock });
  const ensureRegistered = createSingleFlight(async () => {
    await retryUntilStopped(register, { policy, clock, signal });
  });
  return (ready: GatewayReadyDispatchData): void => {
    application = ready.application.id;
    say(createTranslator(language)('discord.joined', { name: ready.user.username }));
    // Without its commands registered the bot answers all the same.
    queue.add('register commands', ensureRegistered);
  };
}

function reportNews(news: 'lost' | 'back', why: DiscordFailure | undefined, { language, say }: ServeDeps): void {
  const t = createTranslator(language);
  if (news === 'back') say(t('discord.back'));
  else if (why?.kind === 'stopped' || why?.kind === 'closed') say(t(`discord.${why.kind}`, { why: why.message }));
  else say(t('discord.lost', { why: why?.message ?? '' }));
}

/** Answers interactions, all at once; one that comes twice, as after a resumed session, is answered once. */
function createHandler(deps: ServeDeps): (interaction: APIInteraction) => void {
  const converse = createConversation(deps);
  const isNew = createDeduplicator<string>();
  return (interaction) => {
    const incoming = readInteraction(interaction, deps.clock.nowMs());
    if (incoming === undefined || !isNew(interaction.id)) return;
    deps.queue.add(interaction.id, () => converse(incoming));
  };
}
