import { describe, expect, it } from 'vitest';
import type { Address } from '../../src/subscription/address.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const FORUM = { platform: 'test', chat: 'forum', server: 'harbour' };
const POST: Address = { ...FORUM, thread: 'post', forum: true };

/** What somebody types in a forum's post. */
function talkInPost() {
  const talk = createTalk();
  const say = (typed: string, where = POST) => talk.say(typed, { in: where });
  const presses = async (typed: string, where = POST) => buttonsOf(await talk.ask(typed, { in: where }));
  const kept = async () => (await talk.subscriptions.forChat(FORUM)).map(({ to }) => to);
  return { say, presses, kept };
}

describe('subscribing in a forum', () => {
  it('delivers to the post, and offers a new post for each digest', async () => {
    const { say, presses, kept } = talkInPost();
    expect(await say('/subscribe')).toContain('in one post');
    expect(await presses('/subscribe')).toContainEqual(['New post each time', '/subscribe #aaaaa1 in:forum']);
    expect(await kept()).toEqual([{ ...FORUM, thread: 'post' }]);
  });

  it('moves to the forum and back', async () => {
    const { say, presses, kept } = talkInPost();
    await say('/subscribe 台湾');
    const moved = await say('/subscribe #aaaaa1 in:forum');
    expect(moved).toContain('✓ Changed');
    expect(moved).toContain('台湾');
    expect(moved).toContain('each digest in a new post');
    expect(await kept()).toEqual([FORUM]);
    expect(await say('/subscribe #aaaaa1 in:forum')).toContain('Nothing to change: you already have this.');
    expect(await presses('/subscriptions 1')).toContainEqual(['In this post', '/subscribe #aaaaa1 in:post']);
    await say('/subscribe #aaaaa1 in:post');
    expect(await kept()).toEqual([{ ...FORUM, thread: 'post' }]);
  });

  it('manages the forum’s subscriptions in every post, and a post’s only there', async () => {
    const { say } = talkInPost();
    const other = { ...POST, thread: 'other' };
    await say('/subscribe ferry');
    await say('/subscribe in:forum');
    expect(await say('/subscriptions')).toMatch(/ferry.*in one post.*all articles.*a new post/su);
    const seen = await say('/subscriptions', other);
    expect(seen).toContain('all articles');
    expect(seen).not.toContain('ferry');
    expect(await say('/pause', other)).toContain('all articles');
    expect(await say('/subscribe 9:00 in:forum', other)).toContain('✓ Changed');
  });

  it('changes the subscription of the forum, even if the platform does not recognize it as one', async () => {
    const { say, kept } = talkInPost();
    const { forum: _, ...unknown } = POST;
    await say('/subscribe in:forum');
    expect(await say('/subscribe 9:00 in:forum', unknown)).toContain('✓ Changed');
    expect(await kept()).toEqual([FORUM]);
  });

  it('is offered in forums only', async () => {
    const { say, presses } = talkInPost();
    const thread = { ...FORUM, thread: 'post' };
    expect(await say('/subscribe', thread)).not.toContain('post');
    expect((await presses('/subscribe', thread)).filter(([label]) => label.includes('post'))).toEqual([]);
  });
});
