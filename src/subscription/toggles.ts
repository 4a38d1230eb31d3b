/** What a chat can switch on and off for its digests, by the name people type, and where that is kept. */
export const toggles = {
  empty: 'tellEmpty',
  silent: 'silent',
  followers: 'forFollowers',
  updates: 'withUpdates',
} as const;

/** Each switch, on or off. */
export type Toggle = Record<(typeof toggles)[keyof typeof toggles], boolean>;

/** Each switch as the first of these that knows it says; off where none does. */
export function chooseToggles(...told: readonly (Partial<Toggle> | undefined)[]): Toggle {
  const choose = (key: keyof Toggle) => told.find((one) => one?.[key] !== undefined)?.[key] ?? false;
  const [tellEmpty, silent] = [choose('tellEmpty'), choose('silent')];
  return { tellEmpty, silent, forFollowers: choose('forFollowers'), withUpdates: choose('withUpdates') };
}
