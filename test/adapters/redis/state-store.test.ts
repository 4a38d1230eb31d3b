import { afterEach, describe, vi } from 'vitest';
import { stateStoreContract } from '../../contracts/state-store.ts';
import { redisState, skipWithoutRedis } from '../../fixtures/redis.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('in Redis', () => {
  skipWithoutRedis();

  stateStoreContract(async () => {
    const state = await redisState();
    vi.useFakeTimers({ toFake: ['Date'] });
    return {
      store: (namespace) => state.states(namespace),
      passMs: (ms) => vi.setSystemTime(Date.now() + ms),
      lose: () => state.close(),
    };
  });
});
