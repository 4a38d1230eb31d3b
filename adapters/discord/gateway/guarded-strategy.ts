import { GatewayDispatchEvents, GatewayOpcodes, SimpleShardingStrategy } from 'discord.js';
import { isObject, withTexts } from '../answer-shapes.ts';
import { type Agents, lendAgents } from './lend-agents.ts';

interface ErrorHandlers {
  /** An event was skipped, or failed while discord.js handled it. */
  onEventError(error: unknown): void;
  /** The connection cannot go on. */
  onConnectionError(error: unknown): void;
}

interface StrategyOptions extends ErrorHandlers {
  /** For connections through a proxy. */
  agents: Agents | undefined;
}

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];
type Method = (...args: unknown[]) => Promise<unknown>;
type Shard = Record<'internalConnect' | 'onMessage' | 'onClose' | 'heartbeat' | 'unpackMessage', Method> & {
  strategy: { options: Parameters<typeof lendAgents>[0] };
};

/**
 * The strategy of discord.js with guards: its shards start work that nobody awaits, so that an unexpected payload would end
 * the process.
 */
export function createGuardedStrategy(
  manager: Manager,
  { agents, ...handlers }: StrategyOptions,
): SimpleShardingStrategy {
  const strategy = new SimpleShardingStrategy(manager);
  const spawn = strategy.spawn.bind(strategy);
  strategy.spawn = async (ids) => {
    await spawn(ids);
    const { shards } = strategy as unknown as { shards: ReadonlyMap<number, Shard> };
    for (const shard of shards.values()) {
      guard(shard, handlers);
      if (agents !== undefined) lendAgents(shard.strategy.options, agents);
    }
  };
  return strategy;
}

function guard(shard: Shard, { onEventError, onConnectionError }: ErrorHandlers): void {
  const unpack = shard.unpackMessage.bind(shard);
  shard.unpackMessage = async (...data) => {
    const payload = await unpack(...data);
    const isSkipped = !isExpected(payload);
    if (isSkipped)
      (isEvent(payload) ? onEventError : onConnectionError)(new Error('Discord sent an unexpected event.'));
    return isSkipped ? null : payload;
  };
  shard.onMessage = caught(shard.onMessage.bind(shard), onEventError);
  for (const name of ['internalConnect', 'onClose', 'heartbeat'] as const)
    shard[name] = caught(shard[name].bind(shard), onConnectionError);
}

function caught(method: Method, onError: (error: unknown) => void): Method {
  return async (...args) => {
    try {
      return await method(...args);
    } catch (error) {
      return onError(error);
    }
  };
}

/** Whether a payload is an event without which the connection goes on. */
function isEvent(payload: unknown): boolean {
  if (!isObject(payload) || payload['op'] !== GatewayOpcodes.Dispatch) return false;
  return payload['t'] !== GatewayDispatchEvents.Ready && payload['t'] !== GatewayDispatchEvents.Resumed;
}

/** https://docs.discord.com/developers/events/gateway-events#payload-structure */
function isExpected(payload: unknown): boolean {
  if (!isObject(payload)) return false;
  const { op, t, d } = payload;
  switch (op) {
    case GatewayOpcodes.Dispatch:
      if (t === GatewayDispatchEvents.Resumed) return true;
      return typeof t === 'string' && isObject(d) && (t !== GatewayDispatchEvents.Ready || isReady(d));
    case GatewayOpcodes.Hello:
      return isObject(d) && Number(d['heartbeat_interval']) > 0;
    case GatewayOpcodes.InvalidSession:
      return typeof d === 'boolean';
    default:
      return typeof op === 'number';
  }
}

function isReady(ready: Record<string, unknown>): boolean {
  const hasId = withTexts('id');
  const isComplete = hasId(ready['user']) && hasId(ready['application']) && Array.isArray(ready['guilds']);
  return isComplete && withTexts('session_id', 'resume_gateway_url')(ready);
}
