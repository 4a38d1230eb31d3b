import { expect, it } from 'vitest';
import { nameUpdates } from '../../../adapters/redis/store-rows/library-tables.ts';

it('names only the last update of each article by its content, in a library of any size', async () => {
  const events = [...Array.from({ length: 1500 }, (_, at) => `+${at}`), '~7 early', '+new', '~8 only', '~7 late'];
  const arrivals = events.map((event, at) => ({ event, position: at + 1 }));
  const renamed: [event: string, to: string][] = [];
  await nameUpdates(
    { arrivalsAfter: async (after, limit) => arrivals.filter(({ position }) => position > after).slice(0, limit) },
    { rename: async (event, to) => void renamed.push([event, to]) },
  );
  expect(renamed).toEqual([
    ['~7 #1504', '~7 late'],
    ['~8 #1503', '~8 only'],
  ]);
});
