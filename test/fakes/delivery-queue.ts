import type { Delivered, Delivery, Outcome } from '../../src/delivery/delivery.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import type { Edition } from '../../src/digest/edition.ts';
import type { Address } from '../../src/subscription/address.ts';

type Chat = Pick<Address, 'platform' | 'chat'>;

interface Entry extends Delivery {
  state: 'waiting' | 'taken' | Outcome;
  /** Null: as soon as somebody takes it, whatever the clock says. */
  readyAt: Date | null;
  endedAt: string | null;
}

/** Deliveries in memory, in the order in which they were added. What is given and what is kept never change with each other. */
export function createFakeDeliveryQueue(): DeliveryQueue {
  const entries = new Map<string, Entry>();
  const all = (fits: (entry: Entry) => boolean) => [...entries.values()].filter(fits);
  const isOf = (chat: Chat) => (entry: Entry) =>
    entry.edition.to.platform === chat.platform && entry.edition.to.chat === chat.chat;
  const onTheWay = (id: string) => all((entry) => entry.edition.id === id && isOnTheWay(entry));

  function addOne(edition: Edition, now: Date): boolean {
    if (entries.has(edition.id)) return false;
    const fresh = {
      attempts: 0,
      view: null,
      confirmedParts: [],
      failureReason: null,
      addedAt: now.toISOString(),
      endedAt: null,
    };
    entries.set(edition.id, { edition: structuredClone(edition), ...fresh, state: 'waiting', readyAt: null });
    return true;
  }

  return {
    add: async (editions, now) => editions.forEach((edition) => void addOne(edition, now)),
    async take(platform, now, limit) {
      const waiting = all(({ edition, state }) => edition.to.platform === platform && state === 'waiting');
      // What could be tried once can be tried from then on, even where the clock is set back.
      for (const entry of waiting) if (entry.readyAt !== null && isOver(entry.readyAt, now)) entry.readyAt = null;
      const taken = waiting.filter(({ readyAt }) => readyAt === null).slice(0, limit);
      for (const entry of taken) entry.state = 'taken';
      return taken.map(toGiven);
    },
    assertHeld: async () => undefined,
    async recordProgress(id, progress) {
      for (const entry of onTheWay(id)) {
        const attempts = progress.confirmedParts.length > entry.confirmedParts.length ? 0 : entry.attempts;
        Object.assign(entry, structuredClone(progress), { attempts });
      }
    },
    async retryAt(id, { at, reason, attempts }) {
      for (const entry of onTheWay(id))
        Object.assign(entry, { state: 'waiting', readyAt: at, failureReason: reason, attempts });
    },
    async complete(id, outcome, { at, reason }) {
      for (const entry of onTheWay(id)) end(entry, outcome, { at, reason });
    },
    async release() {
      for (const entry of all(({ state }) => state === 'taken')) entry.state = 'waiting';
    },
    async mergeUnsent(subscription, now, into) {
      const untouched = all(
        ({ edition, state, view, confirmedParts }) =>
          edition.subscription === subscription && state === 'waiting' && view === null && confirmedParts.length === 0,
      );
      const editions = untouched.map(({ edition }) => structuredClone(edition));
      const merged = into?.(editions);
      if (into && !(merged && addOne(merged, now))) return [];
      for (const entry of untouched) end(entry, 'merged', { at: now });
      return editions;
    },
    async resend(id) {
      const entry = entries.get(id);
      if (entry === undefined) return false;
      const isDelayed = entry.state === 'waiting' && entry.readyAt !== null;
      if (!isDelayed && entry.state !== 'failed' && entry.state !== 'dropped') return false;
      Object.assign(entry, { state: 'waiting', readyAt: null, attempts: 0, endedAt: null });
      return true;
    },
    async forChat(chat) {
      const ofChat = all(isOf(chat));
      const lastEnded = (outcome: Outcome, count: number, reasons?: readonly string[]) =>
        ofChat
          .filter(({ state, failureReason }) => state === outcome && (reasons?.includes(failureReason ?? '') ?? true))
          .sort((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? -1 : 1))
          .slice(-count);
      const dropped = lastEnded('dropped', 5, ['gone', 'forbidden']);
      const pending = ofChat.filter(isOnTheWay).slice(0, 45);
      const listed = [...pending, ...lastEnded('failed', 45), ...lastEnded('sent', 25), ...dropped];
      return ofChat.filter((entry) => listed.includes(entry)).map(toGiven);
    },
    async get(id) {
      const entry = entries.get(id);
      return entry && toGiven(entry);
    },
    async backlog(platform) {
      const here = all(({ edition }) => platform === undefined || edition.to.platform === platform);
      const free = here.filter(({ state }) => state === 'waiting');
      const next = free.map(({ readyAt, addedAt }) => readyAt ?? new Date(addedAt)).sort((a, b) => +a - +b)[0];
      const failed = here.filter(({ state }) => state === 'failed').length;
      return { waiting: here.filter(isOnTheWay).length, failed, nextAt: next };
    },
    async deleteEndedBefore(before) {
      for (const { edition } of all(({ endedAt }) => endedAt !== null && new Date(endedAt) < before))
        entries.delete(edition.id);
    },
    async removeChat(chat) {
      for (const { edition } of all(isOf(chat))) entries.delete(edition.id);
    },
    async moveChat(from, { platform, chat }) {
      for (const entry of all(isOf(from)))
        entry.edition = { ...entry.edition, to: { ...entry.edition.to, platform, chat } };
    },
  };
}

function isOnTheWay({ state }: Entry): boolean {
  return state === 'waiting' || state === 'taken';
}

function end(entry: Entry, outcome: Outcome, { at, reason }: { at: Date; reason?: string | undefined }): void {
  Object.assign(entry, { state: outcome, endedAt: at.toISOString(), failureReason: reason ?? null });
  if (outcome !== 'failed' && outcome !== 'dropped') entry.view = null;
}

function toGiven({
  state,
  endedAt,
  edition,
  attempts,
  view,
  confirmedParts,
  failureReason,
  addedAt,
}: Entry): Delivery | Delivered {
  const given = structuredClone({ edition, attempts, view, confirmedParts, failureReason, addedAt });
  if (state === 'waiting' || state === 'taken' || endedAt === null) return given;
  return { ...given, outcome: state, endedAt };
}

const TWO_DAYS_MS = 48 * 60 * 60 * 1000;

/** Where it is put off for longer than two days, the clock was wrong. */
function isOver(readyAt: Date, now: Date): boolean {
  return readyAt <= now || readyAt.getTime() > now.getTime() + TWO_DAYS_MS;
}
