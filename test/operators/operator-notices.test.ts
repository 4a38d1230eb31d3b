import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { MAX_FEEDS } from '../../src/following/follow-policy.ts';
import { StoreError } from '../../src/library/store-error.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { createNoticeService } from '../../src/operators/notice-service.ts';
import { createOperatorNotices, type PersonalPlatform } from '../../src/operators/operator-notices.ts';
import type { UnreadableEntry } from '../../src/state.ts';
import type { StateStore } from '../../src/state-store.ts';
import { createFakeStateStore } from '../fakes/state-store.ts';
import { textsOf } from '../fixtures/view-contents.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TROUBLE = { line: 'The token is refused.' };

/** A bot that ann runs, and bob on a platform that is not configured. */
let begun = 0;

function begin(state: StateStore = createFakeStateStore({ nowMs: 0 }), refusal?: DeliveryError) {
  begun += 1;
  const sent: string[] = [];
  const warned: string[] = [];
  const reported: unknown[] = [];
  const notices = createOperatorNotices({
    state,
    by: `process ${begun}`,
    operators: new Set(['test:ann', 'other:bob']),
    language: 'en',
    report: (error) => void reported.push(error),
    warn: (line) => void warned.push(line),
  });
  const platform: PersonalPlatform = {
    platform: 'test',
    privateChat: async (person) => `private ${person}`,
    async deliver({ chat }, view) {
      if (refusal) throw refusal;
      sent.push(`${chat}: ${textsOf(view).join(' ')}`);
    },
  };
  const tell = (ms: number) => notices.tell([platform], new Date(ms));
  return { ...notices, tell, sent, warned, reported, platform };
}

describe('the operators', () => {
  it('are told of a trouble once, in private, and again only after it was over', async () => {
    const { reportTrouble, tell, sent } = begin();
    reportTrouble('telegram', TROUBLE);
    await tell(0);
    reportTrouble('telegram', { line: 'The token is still refused.' });
    await tell(MINUTE);
    expect(sent).toEqual(['private ann: Gazette needs you: The token is refused.']);
    reportTrouble('telegram', undefined);
    await tell(2 * MINUTE);
    reportTrouble('telegram', TROUBLE);
    await tell(3 * MINUTE);
    expect(sent).toHaveLength(2);
  });

  it('are not told again by a new process, which keeps how long it lasts', async () => {
    const state = createFakeStateStore({ nowMs: 0 });
    const first = begin(state);
    first.reportTrouble('telegram', TROUBLE);
    first.reportTrouble('mirror', { line: 'It is broken.', afterMs: DAY });
    await first.tell(0);
    expect(first.sent).toHaveLength(1);
    const second = begin(state);
    await second.tell(DAY - MINUTE);
    second.reportTrouble('telegram', TROUBLE);
    second.reportTrouble('mirror', { line: 'It is broken.', afterMs: DAY });
    await second.tell(DAY);
    expect(second.sent).toEqual(['private ann: Gazette needs you: It is broken.']);
  });

  it('are told once by several processes that have the same trouble', async () => {
    const state = createFakeStateStore({ nowMs: 0 });
    const processes = [begin(state), begin(state), begin(state)];
    const sent = () => processes.flatMap((one) => one.sent);
    const all = async (trouble: typeof TROUBLE | undefined, minute: number) => {
      for (const { reportTrouble } of processes) reportTrouble('telegram', trouble);
      await Promise.all(processes.map(({ tell }) => tell(minute * MINUTE)));
    };
    await all(TROUBLE, 1);
    await all(TROUBLE, 2);
    expect(sent()).toHaveLength(1);
    await all(undefined, 3);
    await all(TROUBLE, 4);
    expect(sent()).toHaveLength(2);
  });

  it('are told again after a process died with a trouble that was over meanwhile', async () => {
    const state = createFakeStateStore({ nowMs: 0 });
    const [dying, other] = [begin(state), begin(state)];
    dying.reportTrouble('telegram', TROUBLE);
    await dying.tell(0);
    other.reportTrouble('telegram', undefined);
    await other.tell(MINUTE);
    other.reportTrouble('telegram', TROUBLE);
    await other.tell(2 * MINUTE);
    expect(other.sent).toHaveLength(1);
  });

  it('hear nothing of a trouble that ends before it lasts long enough', async () => {
    const { reportTrouble, tell, sent } = begin();
    reportTrouble('mirror', { line: 'It is broken.', afterMs: DAY });
    await tell(0);
    reportTrouble('mirror', undefined);
    await tell(MINUTE);
    reportTrouble('mirror', { line: 'It is broken.', afterMs: DAY });
    await tell(DAY);
    expect(sent).toEqual([]);
  });

  it('hear of a full disk, even though nothing can be stored, until it was quiet for an hour', async () => {
    const clock: { nowMs: number; fail?: Error } = { nowMs: 0 };
    const { noteError, tell, sent, reported } = begin(createFakeStateStore(clock));
    await tell(0);
    const full = new StoreError('full', 'The disk is full.');
    clock.fail = full;
    for (const minute of [1, 2, 3]) {
      noteError(full);
      noteError(new StoreError('busy', 'Wait.'));
      noteError(new Error('bug'));
      await tell(minute * MINUTE);
    }
    expect(sent).toEqual(['private ann: Gazette needs you: The disk is full.']);
    expect(reported).toContain(full);
    await tell(70 * MINUTE);
    noteError(full);
    await tell(71 * MINUTE);
    expect(sent).toHaveLength(2);
  });

  it('who cannot be reached are named in the log, once', async () => {
    const { reportTrouble, tell, warned } = begin(undefined, new DeliveryError('gone'));
    reportTrouble('telegram', TROUBLE);
    await tell(0);
    await tell(MINUTE);
    expect(warned).toEqual(['test:ann could not be told: The token is refused. (Not delivered: gone.)']);
  });
});

describe('the service', () => {
  it('looks every ten minutes for damaged entries and too many feeds', async () => {
    const { platform, sent, ...notices } = begin();
    const damaged: UnreadableEntry[] = [{ kind: 'feed', id: 'a', why: 'no JSON' }];
    let count = MAX_FEEDS;
    const service = createNoticeService({
      unreadable: async () => damaged,
      feeds: { count: async () => count },
      notices: { ...notices, tell: (platforms, at) => createdTell(platforms, at) },
      platforms: [platform],
      t: createTranslator('en'),
    });
    const createdTell = (_: readonly PersonalPlatform[], at: Date) => notices.tell(at.getTime());
    await service.tick(new Date(MINUTE));
    expect(sent).toEqual([]);
    await service.tick(new Date(10 * MINUTE));
    expect(sent).toEqual([
      expect.stringContaining('1 stored entry cannot be read'),
      expect.stringContaining('1,000 sites'),
    ]);
    count = 3;
    damaged.length = 0;
    await service.tick(new Date(20 * MINUTE));
    count = MAX_FEEDS;
    await service.tick(new Date(30 * MINUTE));
    expect(sent).toHaveLength(3);
  });
});
