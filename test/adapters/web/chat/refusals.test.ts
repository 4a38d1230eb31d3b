import { describe, expect, it } from 'vitest';
import { createVisitor } from '../../../fixtures/web-talk.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const STALE = 'Reload it and try again.';

/** Posts a line as the script does, or as a form without it. */
async function visit() {
  const visitor = await createVisitor();
  const post = async (by: 'script' | 'form', line: string, token?: string) => {
    const fields = { line, token: token ?? (await visitor.token()) };
    return by === 'script'
      ? await visitor.post('/chat/1', JSON.stringify(fields), { 'content-type': 'application/json' })
      : await visitor.post('/chat/1', new URLSearchParams(fields).toString(), FORM);
  };
  return { ...visitor, post };
}

describe('a line that is refused', () => {
  it.each([
    ['script', /^\{"notice":"/],
    ['form', /^<!doctype html>/],
  ] as const)('is refused in the form that the %s reads', async (by, shape) => {
    const { post, chat } = await visit();
    const { status, text } = await post(by, '/articles', 'stale');
    expect(status).toBe(403);
    expect(text).toMatch(shape);
    expect(text).toContain(STALE);
    expect(chat.turns('1')).toEqual([]);
  });

  it.each(['script', 'form'] as const)('is one too many within ten seconds, from the %s', async (by) => {
    const { post, time, chat } = await visit();
    for (let times = 0; times < 20; times += 1) expect((await post(by, '/help')).status).toBeLessThan(400);
    time.ms = 9_999;
    expect((await post(by, '/help')).status).toBe(429);
    expect(chat.turns('1')).toHaveLength(20);
    time.ms = 10_000;
    expect((await post(by, '/help')).status).toBeLessThan(400);
  });
});

it('completes what is typed a hundred times within ten seconds', async () => {
  const { get, time } = await visit();
  const complete = async () => (await get('/chat/1/complete?line=/art')).status;
  for (let times = 0; times < 100; times += 1) expect(await complete()).toBe(200);
  expect(await complete()).toBe(429);
  time.ms = 10_000;
  expect(await complete()).toBe(200);
});
