/** A shard and the number of all: https://docs.discord.com/developers/events/gateway#sharding */
export type Shard = readonly [id: number, count: number];

/** Parses what a bot identifies with; undefined if there is no such shard. */
export function parseShard(value: unknown): Shard | undefined {
  if (value === undefined) return [0, 1];
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [id, count] = value.map(Number);
  const isShard = Number.isInteger(id) && Number.isInteger(count) && Number(id) >= 0 && Number(id) < Number(count);
  return isShard ? [Number(id), Number(count)] : undefined;
}

/** The shard that a server belongs to. */
export function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}

/** Whether a shard gets an event: those of its servers, and shard 0 all others. */
export function isOfShard(kind: string, payload: object, [id, count]: Shard): boolean {
  const { guild_id: guild, id: own } = payload as { guild_id?: unknown; id?: unknown };
  const of = kind.startsWith('GUILD_') ? own : guild;
  return (typeof of === 'string' ? shardOf(of, count) : 0) === id;
}
