import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/digest/edition.ts';
import { suspend } from '../../src/subscription/suspend.ts';
import { makeEdition, makeSubscription } from '../fakes/subscription.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf, textsOf } from '../fixtures/view-contents.ts';

const CHAT = { platform: 'test', chat: 'one' };
const OTHER = { in: { platform: 'test', chat: 'two' } };
const FAILED = 'aaaaa1@2021-11-15T00:00Z';

/** A chat with a subscription to everything, and editions of it that ended like this. */
async function talkWith(
  ...editions: readonly { told: Edition; ended?: 'sent' | 'failed' | 'dropped'; reason?: string }[]
) {
  const talk = createTalk();
  await talk.subscriptions.save(
    makeSubscription({ id: 'aaaaa1', to: CHAT, position: 3 }),
    new Date('2021-11-16T00:00:00Z'),
  );
  const at = new Date('2021-11-15T00:00:30.000Z');
  for (const { told, ended, reason } of editions) {
    await talk.deliveries.add([told], at);
    if (ended) await talk.deliveries.complete(told.id, ended, { at, ...(reason !== undefined && { reason }) });
  }
  return talk;
}

function edition(id: string, told: Partial<Edition> = {}): Edition {
  return makeEdition(id, { subscription: 'aaaaa1', to: CHAT, slot: '2021-11-15T00:00:00.000Z', upTo: 3, ...told });
}

describe('/status', () => {
  it('says how many stored entries of the chat cannot be read', async () => {
    const unreadable = [{ kind: 'subscription', id: 'aaaaaa', why: 'No JSON' }] as const;
    const { say } = createTalk({ unreadable });
    expect(await say('/status')).toContain('• 1 stored entry of this chat is damaged, so I skip it.');
  });

  it('offers to subscribe where nobody has, and to resume what is suspended', async () => {
    expect(buttonsOf(await createTalk().ask('/status'))).toEqual([['Subscribe', '/subscribe']]);
    const { ask, subscriptions } = await talkWith();
    await suspend('aaaaa1', 'forbidden', subscriptions);
    const view = await ask('/status');
    expect(buttonsOf(view)[0]).toEqual(['Resume', '/resume #aaaaa1']);
    expect(textsOf(view).join('')).toContain('Once I have it, I go on within a day, or at once if you resume');
  });

  it('names the sources that cannot be updated', async () => {
    const troubles = [{ name: 'https://example.org/mirror', since: new Date('2021-11-15T11:00:00Z') }];
    expect(await createTalk({ troubles }).say('/status')).toContain(
      '• I haven’t been able to update https://example.org/mirror since today 19:00.',
    );
  });

  it('shows sent, next, pending and failed digests, with a button to resend', async () => {
    const { say } = await talkWith(
      { told: edition('aaaaa1@2021-11-14T00:00Z'), ended: 'sent' },
      { told: edition(FAILED), ended: 'failed', reason: 'busy' },
      { told: edition('aaaaa1@2021-11-15T08:00Z') },
    );
    expect(await say('/status')).toBe(
      [
        'Status',
        'Time zone: Shanghai',
        '',
        '• 1 subscription',
        '• Last digest: today 08:00.',
        '• Next digest: tomorrow 08:00.',
        '• 1 digest is on its way.',
        '• I couldn’t send the digest of today 08:00: the platform was unreachable for a whole day.',
        '',
        '[1] Send again: today 08:00 · all articles   [2] All subscriptions',
      ].join('\n'),
    );
  });

  it('says if a digest has not reached the followers of the chat yet, or never did', async () => {
    const { say, deliveries } = await talkWith(
      { told: edition('aaaaa1@2021-11-14T00:00Z'), ended: 'sent', reason: 'followers' },
      { told: edition(FAILED) },
    );
    await deliveries.retryAt(FAILED, { at: new Date('2021-11-15T09:00:00Z'), reason: 'followers', attempts: 1 });
    const said = await say('/status');
    expect(said).toContain('• I couldn’t publish it to the followers of this channel');
    expect(said).toContain('• The digest of today 08:00 arrived here. I still have to publish it to the followers');
    expect(said).not.toContain('on its way');
  });

  it('does not show a digest in the chat as unsent or pending', async () => {
    const { say, deliveries } = await talkWith({ told: edition(FAILED) });
    await deliveries.retryAt(FAILED, { at: new Date('2021-11-15T09:00:00Z'), reason: 'followers', attempts: 1 });
    expect(await say('/status')).not.toContain('No digest has been sent');
    expect(await say('/why 1')).toContain('It was in the digest of today 08:00.');
  });

  it.each([
    ['forbidden', 'I don’t have permission to post there.'],
    ['gone', 'I no longer have access there.'],
  ])('says why a digest is being retried: %s', async (reason, why) => {
    const { say, deliveries } = await talkWith({ told: edition(FAILED) });
    await deliveries.retryAt(FAILED, { at: new Date('2021-11-15T09:00:00Z'), reason, attempts: 1 });
    const said = await say('/status');
    expect(said).toContain(`• I couldn’t send the digest of today 08:00 yet and will try again: ${why}`);
    expect(said).not.toContain('on its way');
  });

  it.each(['gone', 'forbidden', 'busy', 'refused', 'paused', 'odd'])('describes %s', async (reason) => {
    const { say } = await talkWith({ told: edition(FAILED), ended: 'failed', reason });
    expect(await say('/status')).toMatch(/I couldn’t send the digest of today 08:00: .*\.\n/u);
  });

  it('says why a subscription is stopped, and what was not sent because of it', async () => {
    const told = edition(FAILED, { after: 3, upTo: 5 });
    const { say, subscriptions } = await talkWith({ told, ended: 'dropped', reason: 'forbidden' });
    await subscriptions.change('aaaaa1', ({ subscription, nextAt }) => ({
      subscription: { ...subscription, state: 'suspended', suspendedFor: 'forbidden' },
      nextAt,
    }));
    const said = await say('/status');
    expect(said).toContain('• Stopped: I don’t have permission to post here.');
    expect(said).toContain('• I couldn’t send the digest of today 08:00: I don’t have permission to post there.');
    expect(said).not.toMatch(/Next digest|is scheduled/u);
  });

  it('does not offer a dropped digest whose articles came later', async () => {
    const told = edition(FAILED, { after: 1, upTo: 2 });
    const { ask } = await talkWith({ told, ended: 'dropped', reason: 'forbidden' });
    expect(buttonsOf(await ask('/status')).map(([, command]) => command)).toEqual(['/subscriptions']);
  });

  it('never announces a time that is over', async () => {
    const { say, subscriptions } = await talkWith();
    const subscription = makeSubscription({ id: 'aaaaa1', to: CHAT, position: 3 });
    await subscriptions.save(subscription, new Date('2021-11-14T00:00:00Z'));
    expect(await say('/status')).toContain('• The next digest is on its way.');
    expect(await say('/subscriptions')).toContain('The next digest is on its way.');
  });

  it('says that nothing was sent or is scheduled', async () => {
    const said = await createTalk().say('/status');
    expect(said).toContain('• 0 subscriptions\n• No digest has been sent here yet.\n• No digest is scheduled.');
  });
});

describe('/resend', () => {
  it('resends a failed digest once', async () => {
    const { ask, say, deliveries } = await talkWith({ told: edition(FAILED), ended: 'failed', reason: 'refused' });
    const [again] = buttonsOf(await ask('/status'));
    expect(again?.[1]).toBe(`/resend ${FAILED}`);
    expect(await say(again?.[1] ?? '')).toContain('Sending it again.');
    expect((await deliveries.take('test', new Date('2021-11-15T12:00:00Z'), 9)).map((one) => one.edition.id)).toEqual([
      FAILED,
    ]);
    expect(await say(again?.[1] ?? '')).toContain('Nothing to send again');
  });

  it('asks to resume an inactive subscription first', async () => {
    const { ask, subscriptions } = await talkWith({ told: edition(FAILED), ended: 'failed' });
    await ask('/pause');
    expect(buttonsOf(await ask(`/resend ${FAILED}`))[0]).toEqual(['Resume', '/resume #aaaaa1']);
    await subscriptions.remove('aaaaa1');
    expect(JSON.stringify(await ask(`/resend ${FAILED}`))).toContain('no longer exists');
  });

  it('does not offer to resend what resumes with its subscription', async () => {
    const { ask, say } = await talkWith({ told: edition(FAILED), ended: 'failed', reason: 'paused' });
    await ask('/pause');
    expect(await say(`/resend ${FAILED}`)).toBe(
      'I’ll send it when its subscription is resumed.\n\n[1] Resume   [2] Status',
    );
  });

  it('does not resend what the next digest covers', async () => {
    const { say, deliveries } = await talkWith({ told: edition(FAILED), ended: 'dropped', reason: 'paused' });
    expect(await say(`/resend ${FAILED}`)).toContain('Nothing to send again');
    expect(await deliveries.take('test', new Date('2021-11-15T12:00:00Z'), 9)).toEqual([]);
  });

  it('sends what was dropped for a missing permission, and keeps it out of the next digest', async () => {
    const told = edition(FAILED, { after: 3, upTo: 5 });
    const { ask, say, deliveries, subscriptions } = await talkWith({ told, ended: 'dropped', reason: 'forbidden' });
    const [again] = buttonsOf(await ask('/status'));
    expect(again?.[1]).toBe(`/resend ${FAILED}`);
    expect(await say(again?.[1] ?? '')).toContain('Sending it again.');
    expect(await deliveries.get(FAILED)).not.toHaveProperty('outcome');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({ position: 5 });
    expect(await say(again?.[1] ?? '')).toContain('Nothing to send again');
  });

  it('works only in its own chat', async () => {
    const { say } = await talkWith({ told: edition(FAILED), ended: 'failed' });
    expect(await say(`/resend ${FAILED}`, OTHER)).toContain('I no longer have that digest.');
  });
});

describe('/edition', () => {
  it('shows an edition’s articles again, in any style, page by page', async () => {
    const { ask, say } = await talkWith({ told: edition(FAILED), ended: 'sent' });
    expect((await ask(`/edition ${FAILED}`)).list?.articles).toHaveLength(3);
    const titles = await ask(`/edition ${FAILED} headlines`);
    expect(titles.blocks.some(({ kind }) => kind === 'list')).toBe(true);
    expect(buttonsOf(await ask(`/edition ${FAILED} brief`))).toContainEqual([
      'Show everything ▾',
      `/edition ${FAILED} full`,
    ]);
    expect(await say(`/edition ${FAILED} brief 2`)).toContain('That digest has no more articles.');
  });

  it('works only in its own chat', async () => {
    const { say } = await talkWith({ told: edition(FAILED), ended: 'sent' });
    expect(await say(`/edition ${FAILED}`, OTHER)).toContain('I no longer have that digest.');
    expect(await say('/edition nothing-known')).toContain('I no longer have that digest.');
  });
});

describe('/forget', () => {
  it('asks first', async () => {
    const { ask, subscriptions } = await talkWith({ told: edition(FAILED), ended: 'sent' });
    expect(buttonsOf(await ask('/forget'))[0]).toEqual(['Yes, delete everything', '/forget yes']);
    expect(await subscriptions.count()).toBe(1);
  });

  it.each(['no', '取消'])('removes nothing at %s', async (typed) => {
    const { say, subscriptions } = await talkWith();
    expect(await say(`/forget ${typed}`)).toContain('Nothing was deleted.');
    expect(await subscriptions.count()).toBe(1);
    expect(await say('/forget maybe')).toBe('I don’t know “maybe”. You can choose from yes, no.');
  });

  it('accepts a yes in Chinese', async () => {
    const { say, subscriptions } = await talkWith();
    await say('/forget 是');
    expect(await subscriptions.count()).toBe(0);
  });

  it('deletes subscriptions, deliveries, settings and the last list of this chat only', async () => {
    const { ask, say, subscriptions, deliveries, forgotten } = await talkWith({ told: edition(FAILED), ended: 'sent' });
    for (const line of ['/settings zone Tokyo', '/article nightbus3']) await ask(line);
    await ask('/article nightbus3', { by: 'ben' });
    await ask('/subscribe', OTHER);
    await ask('/forget yes');
    expect(await subscriptions.forChat(CHAT)).toEqual([]);
    expect(await subscriptions.settings(CHAT)).toEqual({});
    expect(await deliveries.forChat(CHAT)).toEqual([]);
    expect(await say('/section 1')).not.toContain('Night bus');
    expect(await say('/section 1', { by: 'ben' })).not.toContain('Night bus');
    expect(forgotten).toEqual([CHAT]);
    expect(await subscriptions.count()).toBe(1);
  });
});

describe('/why', () => {
  it.each([
    ['strait001', 'It was in the digest of today 08:00.'],
    ['arabic004', 'Not sent yet. Next digest: tomorrow 08:00.'],
  ])('explains %s', async (article, said) => {
    const { say, library } = await talkWith({ told: edition(FAILED), ended: 'sent' });
    const id =
      article === 'arabic004' ? ((await library.articleAt('https://arabic.example.org/library'))?.id ?? '') : article;
    expect(await say(`/why ${id}`)).toContain(said);
  });

  it.each([
    ['example.com', 'Not sent: this subscription only takes articles from example.com.'],
    ['-停航', 'Not sent: this subscription excludes articles with “停航”.'],
    ['zebra', 'Not sent: this subscription only takes articles with “zebra”.'],
    ['', 'Not sent: it was already here when this subscription was created (today 20:00).'],
  ])('explains what in “%s” excluded it', async (typed, said) => {
    const { ask, say } = createTalk();
    await ask(`/subscribe ${typed}`);
    expect(await say('/why strait001')).toContain(said);
  });

  it('offers a member who may not manage the chat nothing that would be refused', async () => {
    const member = { mayManage: async () => false };
    expect(buttonsOf(await createTalk().ask('/why strait001', member))).toEqual([]);
    const { ask } = await talkWith();
    expect(buttonsOf(await ask('/why strait001', member))).toEqual([]);
    expect(buttonsOf(await ask('/why strait001'))).toEqual([['All subscriptions', '/subscriptions']]);
  });

  it('says, like /status, when an article comes that quiet hours hold', async () => {
    const { ask, say, arrivals, clock } = createTalk({ arrived: 0 });
    await ask('/settings zone UTC');
    await ask('/settings quiet 22:00-07:00');
    await ask('/subscribe instant');
    arrivals.come(2);
    clock.nowMs = Date.parse('2021-11-15T23:00:00Z');
    const held = 'New articles are held until the quiet hours end: tomorrow 07:00.';
    expect(await say('/status')).toContain(held);
    expect(await say('/status')).not.toContain('No digest is scheduled');
    expect(await say('/subscriptions')).toContain(held);
    expect(await say('/why 1')).toContain(`Not sent yet. ${held}`);
  });

  it('mentions a failed digest, and a pending one', async () => {
    const failed = await talkWith({ told: edition(FAILED), ended: 'failed', reason: 'refused' });
    expect(await failed.say('/why strait001')).toContain(
      'It is in the digest of today 08:00, which I couldn’t send: the platform rejected the message.',
    );
    const waiting = await talkWith({ told: edition(FAILED) });
    expect(await waiting.say('/why strait001')).toContain('which is on its way');
  });

  it('says why a digest with the article waits, and offers to send it at once', async () => {
    const { ask, say, deliveries } = await talkWith({ told: edition(FAILED) });
    await deliveries.retryAt(FAILED, { at: new Date('2021-11-15T09:00:00Z'), reason: 'forbidden', attempts: 1 });
    expect(await say('/why strait001')).toContain(
      'which I haven’t been able to send yet. I’ll try again: I don’t have permission to post there.',
    );
    const again = ['Send again: today 08:00 · all articles', `/resend ${FAILED}`];
    expect(buttonsOf(await ask('/why strait001'))[0]).toEqual(again);
    expect(buttonsOf(await ask('/status'))[0]).toEqual(again);
    expect(await say(`/resend ${FAILED}`)).toContain('✓ Sending it again.');
  });

  it('offers to send a failed digest with the article again, to those who manage the bot', async () => {
    const { ask } = await talkWith({ told: edition(FAILED), ended: 'failed', reason: 'refused' });
    expect(buttonsOf(await ask('/why strait001'))[0]?.[1]).toBe(`/resend ${FAILED}`);
    expect(buttonsOf(await ask('/why strait001', { mayManage: async () => false }))).toEqual([]);
  });

  it('does not claim that an article from a long pause was sent', async () => {
    const came = { stampedAt: null, addedAt: '2021-11-18T00:00:00.000Z', title: 'Night bus', file: 'bus.md' };
    const { ask, say, clock, arrivals } = createTalk({ arrived: 1, versions: { nightbus3: [came] } });
    for (const line of ['/subscribe', '/pause']) await ask(line);
    arrivals.come(2);
    clock.nowMs += 7 * 24 * 60 * 60 * 1000;
    expect(await say('/resume')).toContain('it starts fresh');
    expect(await say('/why nightbus3')).toContain('It was in an earlier digest, or was skipped after a long pause.');
  });

  it('says that there are no subscriptions', async () => {
    expect(await createTalk().say('/why strait001')).toContain('There are no subscriptions here yet.');
  });
});
