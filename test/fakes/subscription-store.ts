import type { Address } from '../../src/subscription/address.ts';
import type { Place, ScheduledSubscription, SubscriptionStore } from '../../src/subscription/store.ts';
import type { ChatSettings, Subscription } from '../../src/subscription/subscription.ts';

type Chat = Pick<Address, 'platform' | 'chat'>;

const nameOf = ({ platform, chat }: Chat) => JSON.stringify([platform, chat]);

/** Subscriptions in memory. What is given and what is kept never change with each other. */
export function createFakeSubscriptionStore(): SubscriptionStore {
  const kept = new Map<string, ScheduledSubscription>();
  const settings = new Map<string, ChatSettings>();
  const all = (fits: (planned: ScheduledSubscription) => boolean): Subscription[] =>
    [...kept.values()].filter(fits).map(({ subscription }) => structuredClone(subscription));
  const save = (planned: ScheduledSubscription) => void kept.set(planned.subscription.id, structuredClone(planned));
  const settingsOf = (chat: Chat): ChatSettings => structuredClone(settings.get(nameOf(chat)) ?? {});
  const within = (place: Place) => all(({ subscription }) => isIn(subscription.to, place));
  function saveSettings(chat: Chat, given: ChatSettings): void {
    settings.delete(nameOf(chat));
    if (Object.keys(given).length > 0) settings.set(nameOf(chat), structuredClone(given));
  }
  return {
    get: async (id) => structuredClone(kept.get(id)?.subscription),
    forChat: async ({ platform, chat, thread }) => within({ platform, chat, ...(thread !== undefined && { thread }) }),
    inPlace: async (place) => within(place),
    save: async (subscription, nextAt) => save({ subscription, nextAt }),
    saveAll: async (entries) => entries.forEach(save),
    async change(id, change) {
      const current = structuredClone(kept.get(id));
      const next = current && change(current);
      if (next) save(next);
      return structuredClone(kept.get(id)?.subscription);
    },
    async remove(id) {
      const removed = kept.get(id);
      kept.delete(id);
      return removed;
    },
    async due(now, limit) {
      const waiting = [...kept.values()].filter(({ subscription }) => subscription.state === 'active');
      return waiting
        .filter(({ nextAt }) => nextAt !== null && nextAt <= now)
        .sort((a, b) => (a.nextAt?.getTime() ?? 0) - (b.nextAt?.getTime() ?? 0))
        .slice(0, limit)
        .map(({ subscription }) => structuredClone(subscription));
    },
    async page(after, limit) {
      const later = all(({ subscription }) => subscription.id > after);
      return later.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
    },
    settings: async (chat) => settingsOf(chat),
    saveSettings: async (chat, given) => saveSettings(chat, given),
    async moveChat(from, { platform, chat }) {
      for (const planned of [...kept.values()].filter(({ subscription }) => nameOf(subscription.to) === nameOf(from))) {
        const { subscription } = planned;
        save({ ...planned, subscription: { ...subscription, to: { ...subscription.to, platform, chat } } });
      }
      const joined = { ...settingsOf(from), ...settingsOf({ platform, chat }) };
      saveSettings(from, {});
      saveSettings({ platform, chat }, joined);
    },
    async nextAt(id) {
      const found = kept.get(id);
      return found?.subscription.state === 'active' ? (found.nextAt ?? undefined) : undefined;
    },
    count: async () => kept.size,
    async tally() {
      const groups = Map.groupBy(kept.values(), ({ subscription: { to, state } }) => `${to.platform} ${state}`);
      return [...groups.values()].flatMap(([first, ...others]) => {
        if (first === undefined) return [];
        const { state, to } = first.subscription;
        const chats = new Set([first, ...others].map(({ subscription }) => subscription.to.chat)).size;
        return [{ platform: to.platform, state, subscriptions: others.length + 1, chats }];
      });
    },
  };
}

function isIn(to: Address, place: Place): boolean {
  if (to.platform !== place.platform) return false;
  if ('server' in place) return to.server === place.server;
  return to.chat === place.chat && (place.thread === undefined || to.thread === place.thread);
}
