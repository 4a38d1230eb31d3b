import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandRequest } from '../../../src/chat/request.ts';
import { createPersonLimit, type PersonLimit } from '../../../src/messaging/rate-limits/person-limit.ts';
import { messageView } from '../../../src/view/message-view.ts';
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts';

const ANSWER = messageView('answer');
const NOTICE = { ...messageView('That was a lot at once. Please try again in 3 seconds.'), for: 'asker' };
const SILENCE = { blocks: [], actions: [], for: 'asker' };

let clock: FakeClock;
let people: PersonLimit;
let heard: string[];

beforeEach(() => {
  clock = createFakeClock();
  heard = [];
  people = createPersonLimit({ clock, onMessageReceived: ({ chat }) => void heard.push(chat) });
});

function request(by: string): CommandRequest {
  return { name: 'help', input: '', language: 'en', in: { platform: 'test', chat: '1' }, by };
}

async function ask(count: number, notice: 'each' | 'first' | 'none' = 'first', by = 'ada'): Promise<object[]> {
  const dispatch = people.limit(async () => ANSWER, notice);
  const views: object[] = [];
  for (let one = 0; one < count; one += 1) views.push(await dispatch(request(by)));
  return views;
}

const answers = (views: readonly object[]) => views.filter((view) => view === ANSWER).length;

describe('the limit of a person', () => {
  it('is ten requests at once, then one every three seconds', async () => {
    expect(answers(await ask(400))).toBe(10);
    await clock.pass(2999);
    expect(answers(await ask(5))).toBe(0);
    await clock.pass(1);
    expect(answers(await ask(5))).toBe(1);
    await clock.pass(60_000);
    expect(answers(await ask(400))).toBe(10);
  });

  it.each([-36_000_000, 36_000_000])('stays the same when the time of day jumps by %i ms', async (jumpMs) => {
    expect(answers(await ask(10))).toBe(10);
    clock.jump(jumpMs);
    expect(answers(await ask(5))).toBe(0);
    await clock.pass(3000);
    expect(answers(await ask(5))).toBe(1);
  });

  it('asks the person to wait once, and again only after a rest', async () => {
    expect((await ask(13)).slice(10)).toEqual([NOTICE, SILENCE, SILENCE]);
    await clock.pass(3000);
    expect(await ask(2)).toEqual([ANSWER, SILENCE]);
    await clock.pass(60_000);
    expect((await ask(12)).slice(10)).toEqual([NOTICE, SILENCE]);
  });

  it('asks each time, or never, on a platform that wants that', async () => {
    expect((await ask(12, 'each')).slice(10)).toEqual([NOTICE, NOTICE]);
    expect((await ask(12, 'none', 'bob')).slice(10)).toEqual([SILENCE, SILENCE]);
  });

  it('is shared by everything that a person does, and by nobody else', async () => {
    await ask(10, 'none');
    expect(people.noticeFor(request('ada'))).toMatch(/^That was a lot/);
    expect(await ask(1)).toEqual([NOTICE]);
    expect(people.noticeFor(request('bob'))).toBeUndefined();
    expect(answers(await ask(10, 'first', 'bob'))).toBe(10);
  });

  it('passes on that the person wrote, so that a chat which blocked the bot counts as back', async () => {
    await ask(10);
    expect(heard).toEqual([]);
    await ask(2);
    expect(heard).toEqual(['1', '1']);
  });
});
