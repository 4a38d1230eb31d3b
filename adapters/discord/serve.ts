import { type APIInteraction, GatewayDispatchEvents, type GatewayReadyDispatchData } from 'discord.js';
import type { CommandSpec } from '../../src/chat/platform.ts';
import type { Dispatch } from '../../src/chat/request.ts';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import type { Reviser } from '../../src/delivery/revisions/reviser.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { createDeduplicator } from '../../src/messaging/deduplicator.ts';
import type { KeyedQueue } from '../../src/messaging/keyed-queue.ts';
import { createFailureMeter } from '../../src/messaging/meter-failures.ts';
import { createPersonLimit } from '../../src/messaging/rate-limits/person-limit.ts';
import { createRateLimiter, type RateLimiter } from '../../src/messaging/rate-limits/rate-limiter.ts';
import { type Backoff, exponentialBackoff, type RetryPolicy, retryUntilStopped } from '../../src/messaging/retry.ts';
import { createSingleFlight } from '../../src/messaging/single-flight.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { PlatformContext } from '../shared/platform.ts';
import { createClient } from './client.ts';
import type { ApiContext } from './context.ts';
import { type ConversationContext, converse } from './conversation.ts';
import { deliver } from './deliver.ts';
import { createDeliveryStarts } from './delivery-starts.ts';
import { openDirectMessage } from './direct-message.ts';
import { createForums } from './forum/forums.ts';
import type { GatewayContext } from './gateway/gateway.ts';
import { type MembershipEvent, readMembership } from './gateway/membership.ts';
import { reportConnection } from './gateway/report-connection.ts';
import { createRightsWatch, type RightsEvent } from './gateway/rights.ts';
import { keepShardsConnected } from './gateway/shards.ts';
import { createAttachmentReader } from './interaction/attachment.ts';
import { readInteraction } from './interaction/read-interaction.ts';
import { type GatewayServer, introduce } from './introduction.ts';
import { invitationOf } from './invitation.ts';
import { createOutbox } from './outbox.ts';
import { createOwnerNotifier } from './owner-notifier.ts';
import { pauseAfterInvalidRequests, RATE_LIMITS } from './rate-limits.ts';
import { registerCommands } from './register-commands.ts';
import { retryRequest } from './retry.ts';
import { revise } from './revise.ts';
import type { DiscordSettings } from './settings.ts';

/** Users see no command before it is registered. */
const REGISTRATION_BACKOFF: Backoff = { firstMs: 10_000, longestMs: 60 * 60_000 };

/** Discord, once discord.js is loaded. */
export interface Service extends Deliverer, Reviser {
  /** Serves until the signal aborts. */
  serve(commands: readonly CommandSpec[], dispatch: Dispatch): Promise<void>;
  /** The direct message with a user. */
  privateChat(person: string): Promise<string>;
  /** Removes what is stored about a channel. */
  forget(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
}

interface ServiceContext extends PlatformContext, DiscordSettings {
  queue: KeyedQueue;
  signal: AbortSignal;
}

export function createService(
  context: ServiceContext,
  rateLimiter: RateLimiter = createRateLimiter(
    context.clock,
    RATE_LIMITS,
    context.shareRate(`discord ${botOf(context)}`),
  ),
): Service {
  const client = createClient({
    ...context,
    rateLimiter,
    onFailure: createFailureMeter('discord', context.metrics),
    onInvalidRequest: (count) => pauseAfterInvalidRequests(count, rateLimiter),
  });
  const shared: ApiContext = { ...context, client, state: context.states('discord') };
  const outbox = createOutbox(shared);
  const forums = createForums(shared);
  const ownerNotifier = createOwnerNotifier({ ...shared, outbox });
  const starts = createDeliveryStarts(shared);
  const commandIds = new Map<string, string>();
  const all = { ...context, ...shared, outbox, forums, ownerNotifier, starts, commandIds };
  return {
    // Each interaction must be answered, to the person alone.
    serve: (commands, dispatch) =>
      serve({ ...all, commands, dispatch: createPersonLimit(context).limit(dispatch, 'each') }),
    deliver: (to, view, options) => deliver(to, { view, options }, all),
    revise: (to, revision) => revise(to, revision, all),
    privateChat: (person) => openDirectMessage(person, client),
    async forget(chat) {
      await Promise.all([forums.forget(chat.chat), ownerNotifier.forget(chat)]);
    },
  };
}

type ServeContext = ServiceContext & ConversationContext & { commandIds: Map<string, string> };

async function serve(context: ServeContext): Promise<void> {
  const answer = createInteractionHandler(context);
  const greet = createReadyHandler(context);
  const watchRights = createRightsWatch();
  const onEvent: GatewayContext['onEvent'] = (event, payload) => {
    if (event === GatewayDispatchEvents.Ready) return greet(payload as GatewayReadyDispatchData);
    if (event === GatewayDispatchEvents.InteractionCreate) return answer(payload as APIInteraction);
    if (event === GatewayDispatchEvents.GuildCreate) {
      const server = payload as GatewayServer;
      context.queue.add(`introduction ${server.id}`, () => introduce(server, context));
    }
    const membership = readMembership(event, payload as MembershipEvent);
    if (membership !== undefined)
      (membership.isAdded ? context.onAccessChanged : context.onBotRemoved)(membership.place);
    const changed = watchRights(event, payload as RightsEvent);
    if (changed !== undefined) context.onAccessChanged(changed);
    return undefined;
  };
  const onConnected = () => context.reportTrouble('discord', undefined);
  const handlers = { onEvent, onError: context.report, report: reportConnection(context), onConnected };
  await keepShardsConnected({ ...context, ...handlers });
}

/** Which bot a token is of, as it may be shown. */
function botOf({ token }: DiscordSettings): string {
  return token.split('.', 1).join('');
}

/** At the start of each session, tells the operator the bot's name, and registers the commands. */
function createReadyHandler(context: ServeContext) {
  const { client, clock, commands, commandIds, language, say, queue, report, signal } = context;
  let application = '';
  const policy: RetryPolicy = (error, failures) => {
    report(error);
    return exponentialBackoff(failures, REGISTRATION_BACKOFF);
  };
  const register = () => retryRequest(() => registerCommands(client, application, commands), { clock });
  const ensureRegistered = createSingleFlight(async () => {
    const registered = await retryUntilStopped(register, { policy, clock, signal });
    for (const [name, id] of registered?.ids ?? []) commandIds.set(name, id);
  });
  return (ready: GatewayReadyDispatchData): void => {
    application = ready.application.id;
    say(createTranslator(language)('discord.joined', { name: ready.user.username, url: invitationOf(application) }));
    // Interactions are answered meanwhile.
    queue.add('register commands', ensureRegistered);
  };
}

/** Answers interactions concurrently. One that arrives twice, as after a resumed session, is answered once. */
function createInteractionHandler(context: ServeContext): (interaction: APIInteraction) => void {
  const isNew = createDeduplicator<string>();
  const readAttachment = createAttachmentReader(context.proxy);
  return (interaction) => {
    const incoming = readInteraction(interaction, { receivedAtMs: context.clock.monotonicMs(), readAttachment });
    if (incoming === undefined || !isNew(interaction.id)) return;
    context.queue.add(interaction.id, () => converse(incoming, context));
  };
}
