/** Settings that are on or off: the name that people type, and the field. */
export const toggles = {
  empty: 'sendEmpty',
  silent: 'silent',
  followers: 'forFollowers',
  updates: 'withUpdates',
  edits: 'withEdits',
} as const;

/** A value for each toggle. */
export type Toggle = Record<(typeof toggles)[keyof typeof toggles], boolean>;

/** Takes each toggle from the first source that has it; else it is off. */
export function chooseToggles(...sources: readonly (Partial<Toggle> | undefined)[]): Toggle {
  const choose = (key: keyof Toggle) => sources.find((one) => one?.[key] !== undefined)?.[key] ?? false;
  const [sendEmpty, silent] = [choose('sendEmpty'), choose('silent')];
  const [withUpdates, withEdits] = [choose('withUpdates'), choose('withEdits')];
  return { sendEmpty, silent, forFollowers: choose('forFollowers'), withUpdates, withEdits };
}
