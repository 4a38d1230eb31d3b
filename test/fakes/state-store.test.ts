import { stateStoreContract } from '../contracts/state-store.ts';
import { createFakeStateStore } from './state-store.ts';

stateStoreContract(() => {
  const clock: { nowMs: number; fail?: Error } = { nowMs: 0 };
  const stores = new Map<string, ReturnType<typeof createFakeStateStore>>();
  return {
    store(namespace) {
      const store = stores.get(namespace) ?? createFakeStateStore(clock);
      stores.set(namespace, store);
      return store;
    },
    passMs: (ms) => {
      clock.nowMs += ms;
    },
    lose: () => {
      clock.fail = new Error('out of reach');
    },
  };
});
