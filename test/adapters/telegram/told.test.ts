import { beforeEach, describe, expect, it } from 'vitest';
import { createTold, type Told } from '../../../adapters/telegram/told.ts';
import { createFakeStateStore } from '../../fakes/state-store.ts';

let told: Told;
let done: string[];
let state: Parameters<typeof createFakeStateStore>[0];
let reported: unknown[];
beforeEach(() => {
  state = { nowMs: 0 };
  reported = [];
  told = createTold(createFakeStateStore(state), (error) => void reported.push(error));
  done = [];
});

const update = (id: number, text: string) => ({ update_id: id, message: { text } });
const doing = (name: string) => async () => void done.push(name);

describe('the work of an update', () => {
  it('is done once, though it comes again', async () => {
    await told.once(update(1, '/help'), doing('first'));
    await told.once(update(1, '/help'), doing('again'));
    expect(done).toEqual(['first']);
  });

  it('is done for another one of the same number, as a new server counts', async () => {
    await told.once(update(1, '/help'), doing('first'));
    await told.once(update(1, '/articles'), doing('other'));
    expect(done).toEqual(['first', 'other']);
  });

  it('is done where the state is out of reach, which is reported', async () => {
    state.fail = new Error('out of reach');
    await told.once(update(1, '/help'), doing('first'));
    expect(done).toEqual(['first']);
    expect(reported).toEqual([state.fail, state.fail]);
  });

  it('is not done again where it failed: the person was told', async () => {
    const failed = told.once(update(1, '/help'), () => Promise.reject(new Error('lost')));
    await expect(failed).rejects.toThrow('lost');
    await told.once(update(1, '/help'), doing('again'));
    expect(done).toEqual([]);
  });
});
