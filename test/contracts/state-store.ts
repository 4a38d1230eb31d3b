import { beforeEach, describe, expect, it } from 'vitest';
import type { StateStore } from '../../src/state-store.ts';

/** What a test of a state store gives: stores, and a clock to pass time. */
export interface StateSubject {
  store(namespace: string): StateStore;
  passMs(ms: number): void;
  /** Puts the store out of reach. */
  lose(): void | Promise<void>;
}

/** What every state store promises. */
export function stateStoreContract(create: () => StateSubject | Promise<StateSubject>): void {
  describe('as a state store', () => {
    let subject: StateSubject;
    let store: StateStore;
    beforeEach(async () => {
      subject = await create();
      store = subject.store('chats');
    });

    it('gives back what was set, in any script and shape', async () => {
      const value = { zone: '亚洲/上海', times: ['08:00'], none: null, nested: { yes: true, half: 0.5 }, 'a:b': ':x' };
      await store.set('聊天 1', value);
      expect(await store.get('聊天 1')).toEqual(value);
    });

    it('answers undefined for what was never set', async () => {
      expect(await store.get('nobody')).toBeUndefined();
    });

    it('keeps values that look like none', async () => {
      for (const value of [0, '', false, null]) {
        await store.set('empty', value);
        expect(await store.get('empty')).toBe(value);
      }
    });

    it('replaces, and deletes', async () => {
      await store.set('a', 1);
      await store.set('a', 2);
      expect(await store.get('a')).toBe(2);
      await store.delete('a');
      expect(await store.get('a')).toBeUndefined();
      await store.delete('a');
    });

    it('deletes all that begins the same, and nothing else', async () => {
      const other = subject.store('settings');
      await other.set('chat:1:a', 'other');
      for (const key of ['chat:1:a', 'chat:1:b', 'chat:12:a', 'chat:1', 'chat%1:a', '聊天:1'])
        await store.set(key, key);
      await store.deleteUnder('chat:1:');
      expect(await Promise.all(['chat:1:a', 'chat:1:b'].map((key) => store.get(key)))).toEqual([undefined, undefined]);
      for (const key of ['chat:12:a', 'chat:1', 'chat%1:a', '聊天:1']) expect(await store.get(key)).toBe(key);
      expect(await other.get('chat:1:a')).toBe('other');
      for (let at = 0; at < 1200; at += 1) await store.set(`many:${at}`, at);
      await store.deleteUnder('many:');
      expect(await store.get('many:1199')).toBeUndefined();
    });

    it('lets one of several values win, for its lifetime', async () => {
      const others = ['b', 'c', 'd'].map((by) => store.putIfAbsent('claim', { by }, 1000));
      const won = (await Promise.all([store.putIfAbsent('claim', { by: 'a' }, 1000), ...others])).filter(Boolean);
      expect(won).toHaveLength(1);
      expect(await store.putIfAbsent('claim', { by: 'e' }, 1000)).toBe(false);
      expect(await subject.store('settings').putIfAbsent('claim', { by: 'e' }, 1000)).toBe(true);
      await store.set('claim', 'for ever');
      subject.passMs(1001);
      expect(await store.putIfAbsent('claim', 'e', 1000)).toBe(false);
      await store.set('claim', 'short', 1000);
      subject.passMs(1001);
      expect(await store.putIfAbsent('claim', 'f', 1000)).toBe(true);
      expect(await store.get('claim')).toBe('f');
      await store.delete('claim');
      expect(await store.putIfAbsent('claim', 'g', 1000)).toBe(true);
    });

    it('reads all that begins the same and has not expired, and nothing else', async () => {
      await subject.store('settings').set('inbox:0', 'other');
      for (const key of ['inbox:1', 'inbox:频道', 'inbox', 'outbox:1']) await store.set(key, { key });
      await store.set('inbox:short', 'x', 1000);
      subject.passMs(1001);
      const found = await store.readUnder<{ key: string }>('inbox:');
      expect(found.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
        { key: 'inbox:1', value: { key: 'inbox:1' } },
        { key: 'inbox:频道', value: { key: 'inbox:频道' } },
      ]);
    });

    it('keeps namespaces apart, whatever the keys', async () => {
      const other = subject.store('settings');
      await store.set('x', 'chat');
      await store.set('settings:x', 'chat too');
      await store.set('chats:x', 'prefixed');
      await other.set('x', 'setting');
      expect(await store.get('x')).toBe('chat');
      expect(await other.get('x')).toBe('setting');
      expect(await store.get('chats:x')).toBe('prefixed');
    });

    it('keeps a value for its lifetime and no longer', async () => {
      await store.set('short', 'x', 1000);
      await store.set('long', 'y');
      subject.passMs(999);
      expect(await store.get('short')).toBe('x');
      subject.passMs(2);
      expect(await store.get('short')).toBeUndefined();
      expect(await store.get('long')).toBe('y');
    });

    it('lets a value without a lifetime replace one that had one', async () => {
      await store.set('k', 'x', 1000);
      await store.set('k', 'y');
      subject.passMs(5000);
      expect(await store.get('k')).toBe('y');
    });

    it('takes a lifetime of nothing as gone at once', async () => {
      await store.set('k', 'x');
      await store.set('k', 'y', 0);
      expect(await store.get('k')).toBeUndefined();
    });

    it('rejects when it is out of reach, and never says "absent"', async () => {
      await store.set('k', 'x');
      await subject.lose();
      await expect(store.get('k')).rejects.toThrow(Error);
      await expect(store.get('never set')).rejects.toThrow(Error);
      await expect(store.set('k', 'y')).rejects.toThrow(Error);
      await expect(store.putIfAbsent('k', 'y', 1)).rejects.toThrow(Error);
      await expect(store.delete('k')).rejects.toThrow(Error);
      await expect(store.readUnder('k')).rejects.toThrow(Error);
      await expect(store.deleteUnder('k')).rejects.toThrow(Error);
    });
  });
}
