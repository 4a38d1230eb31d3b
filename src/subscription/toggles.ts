/** What a chat can switch on and off for its digests, by the name people type, and where that is kept. */
export const switches = {
  empty: 'tellEmpty',
  silent: 'silent',
  followers: 'forFollowers',
  updates: 'withUpdates',
} as const;

/** Each switch, on or off. */
export type Switched = Record<(typeof switches)[keyof typeof switches], boolean>;

/** Each switch as the first of these that knows it says; off where none does. */
export function chooseSwitches(...told: readonly (Partial<Switched> | undefined)[]): Switched {
  const choose = (key: keyof Switched) => told.find((one) => one?.[key] !== undefined)?.[key] ?? false;
  const [tellEmpty, silent] = [choose('tellEmpty'), choose('silent')];
  return { tellEmpty, silent, forFollowers: choose('forFollowers'), withUpdates: choose('withUpdates') };
}
