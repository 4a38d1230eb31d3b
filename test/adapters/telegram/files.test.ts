import { describe, expect, it } from 'vitest';
import { beginFeed } from '../../../src/following/followed-feed.ts';
import type { View } from '../../../src/view/view.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();

const VIEW: View = {
  blocks: [{ kind: 'text', spans: [{ kind: 'plain', text: 'Here it is.' }] }],
  actions: [],
  file: { name: 'list.opml', mediaType: 'text/x-opml', text: '<opml>渡轮 & ferries</opml>\n' },
};

describe('a file on Telegram', () => {
  it('is the list of followed sites', async () => {
    const bot = await start();
    const { telegram, talk } = bot;
    const ann = telegram.addUser();
    const chat = { platform: 'telegram', chat: String(ann.id) };
    const feed = beginFeed('harbour', 'https://harbour.example/feed.xml');
    await talk.feeds.follow({ feed, nextAt: new Date(0) }, chat);
    telegram.say(ann, ann.id, '/following opml');
    await last(bot, ann.id, 'as an OPML file');
    const { document_text: text } = await telegram.waitFor(
      () => telegram.botMessages(ann.id).find(({ document }) => document?.file_name === 'gazette.opml'),
      'the file',
    );
    expect(text).toContain('xmlUrl="https://harbour.example/feed.xml"');
  });

  it('arrives whole after its text, and once if Telegram is busy', async () => {
    const { bot, telegram } = await start();
    const ann = telegram.addUser();
    telegram.fault({ on: 'sendDocument', action: { kind: 'rate', retryAfter: 1 } });
    await bot.deliver({ platform: 'telegram', chat: String(ann.id) }, VIEW, makeDeliverOptions());
    expect(telegram.botMessages(ann.id)).toMatchObject([
      { text: 'Here it is.' },
      { document: { file_name: 'list.opml' }, document_text: VIEW.file?.text },
    ]);
  });

  it('finds its topic by a reply where Telegram has lost it', async () => {
    const { bot, telegram } = await start();
    const forum = telegram.addSupergroup({ members: [telegram.addUser()], forum: true });
    const topic = telegram.addTopic(forum, 'News');
    telegram.loseTopic(forum, topic);
    const to = { platform: 'telegram', chat: String(forum.id), thread: String(topic) };
    await bot.deliver(to, VIEW, makeDeliverOptions());
    expect(telegram.botMessages(forum.id)).toMatchObject([
      { message_thread_id: topic },
      { message_thread_id: topic, document_text: VIEW.file?.text },
    ]);
  });

  it('comes again with each press of its button, below the message that stays', async () => {
    const bot = await start();
    const { telegram, talk } = bot;
    const ann = telegram.addUser();
    const feed = beginFeed('harbour', 'https://harbour.example/feed.xml');
    await talk.feeds.follow({ feed, nextAt: new Date(0) }, { platform: 'telegram', chat: String(ann.id) });
    telegram.say(ann, ann.id, '/following');
    const list = await last(bot, ann.id, 'Sites followed here');
    for (const count of [1, 2]) {
      telegram.pressStale(ann, list, { data: '/following opml' });
      await telegram.waitFor(() => telegram.calls('sendDocument').length === count, 'the file');
    }
    await telegram.waitFor(() => telegram.unanswered().length === 0, 'the spinner to stop');
    expect(telegram.botMessages(ann.id).filter(({ document }) => document !== undefined)).toHaveLength(2);
  });
});
