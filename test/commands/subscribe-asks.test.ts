import { describe, expect, it } from 'vitest';
import { makeArticle } from '../fakes/article.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

async function offered(typed: string): Promise<readonly string[]> {
  return buttonsOf(await createTalk().ask(typed)).map(([label, command]) => `${label} -> ${command}`);
}

describe('/subscribe', () => {
  it('asks whether an hour before six is before or after noon', async () => {
    expect(await createTalk().say('/subscribe fridays at 5')).toContain('Is “at 5” before or after noon?');
    expect(await offered('/subscribe fridays at 5')).toEqual([
      '05:00 -> /subscribe fri 05:00',
      '17:00 -> /subscribe fri 17:00',
    ]);
    expect(await offered('/subscribe at 1 and 5 taiwan')).toEqual([
      '01:00, 05:00 -> /subscribe 01:00 05:00 "taiwan"',
      '13:00, 17:00 -> /subscribe 13:00 17:00 "taiwan"',
    ]);
  });

  it.each(['5:00', '05', 'um 5 Uhr', '5h', '5点', '5pm', '5 in the evening'])(
    'does not ask about %s',
    async (typed) => {
      expect(await createTalk().say(`/subscribe ${typed}`)).toContain('Subscribed');
    },
  );

  it('offers each of several schedules, by its topics or its days', async () => {
    expect(await offered('/subscribe sport at 8:00 and taiwan at 9:00')).toEqual([
      'sport 08:00 -> /subscribe as:new 08:00 "sport"',
      'taiwan 09:00 -> /subscribe as:new 09:00 "taiwan"',
    ]);
    expect(await offered('/subscribe mondays at 8:00 and fridays at 9:00')).toEqual([
      'every Monday 08:00 -> /subscribe as:new mon 08:00',
      'every Friday 09:00 -> /subscribe as:new fri 09:00',
    ]);
  });

  it.each(['weekdays 8:00 rice, weekends 10:00 tea', 'rice weekdays 8:00, tea weekends 10:00'])(
    'offers each of several schedules with its own topics: %s',
    async (typed) => {
      expect(await offered(`/subscribe ${typed}`)).toEqual([
        'rice weekdays 08:00 -> /subscribe as:new weekdays 08:00 "rice"',
        'tea weekends 10:00 -> /subscribe as:new weekends 10:00 "tea"',
      ]);
    },
  );

  it('asks what a negation of nothing leaves out, and makes no topic of it', async () => {
    expect(await createTalk().say('/subscribe rice, no 🏀')).toContain('I read “no 🏀” as leaving something out');
    expect(await offered('/subscribe rice, no 🏀')).toEqual(['Leave it out -> /subscribe "rice"']);
  });

  it('offers the word of which another is a typing error', async () => {
    expect(await offered('/subscribe wekdays 9am')).toEqual([
      'weekdays -> /subscribe weekdays 09:00',
      'Topic “wekdays” -> /subscribe 09:00 "wekdays"',
      'Leave it out -> /subscribe 09:00',
    ]);
  });

  it('offers two subscriptions for a time of its own on one day', async () => {
    expect(await offered('/subscribe 8am, saturdays 10am')).toEqual([
      'Mon, Tue, Wed, Thu, Fri, Sun 08:00 -> /subscribe as:new mon tue wed thu fri sun 08:00',
      'every Saturday 10:00 -> /subscribe as:new sat 10:00',
    ]);
  });

  it('reads a city in a list as a topic, and offers it as a zone', async () => {
    const { say } = createTalk({ language: 'zh-CN' });
    const answer = await say('/subscribe 台湾 香港 8点');
    expect(answer).toContain('台湾或香港');
    expect(answer).toContain('每天 08:00（北京时间');
    expect(answer).toContain('时区 香港时间');
  });

  it('offers a city alone as the zone of everything', async () => {
    const { ask, say } = createTalk();
    const zone = buttonsOf(await ask('/subscribe hong kong'))[0];
    expect(zone).toEqual(['Time zone Hong Kong', '/subscribe #aaaaa1 Asia/Hong_Kong everything']);
    expect(await say(zone?.[1] ?? '')).toContain('all articles · every day at 08:00 (Hong Kong)');
  });

  it('offers as a topic the city that it read as a zone', async () => {
    expect(await offered('/subscribe 8am tokyo')).toContainEqual(
      expect.stringMatching(/^Topic “tokyo” -> \/subscribe #/),
    );
  });

  it('offers words beside each other as one topic', async () => {
    const { ask, say } = createTalk();
    const topic = buttonsOf(await ask('/subscribe solar power 8am not coal'))[0];
    expect(topic?.[0]).toBe('Topic “solar power”');
    expect(await say(topic?.[1] ?? '')).toContain('solar power · without coal · every day at 08:00');
    expect(await offered('/subscribe solar power, coal')).not.toContainEqual(expect.stringContaining('Topic “'));
  });

  it('offers what it could not read together with the word before it', async () => {
    expect(await offered('/subscribe apollo 13 at 9:00')).toContain(
      'Topic “apollo 13” -> /subscribe 09:00 "apollo 13"',
    );
    expect(await offered('/subscribe 9:00 no horse racing')).toContain(
      'without horse racing -> /subscribe 09:00 -"horse racing"',
    );
  });

  it('asks whether words that no article contains are a topic', async () => {
    const articles = Array.from({ length: 20 }, (_, at) => makeArticle({ url: `https://example.org/${at}` }));
    const { ask, say } = createTalk({ articles });
    const typed = '/subscribe κάθε βράδυ';
    expect(await say(typed)).toMatch(/None of my articles contains “.*βράδυ”\. Did you mean it as a topic\?/);
    const [topic] = buttonsOf(await ask(typed));
    expect(topic?.[0]).toMatch(/^Topic “.*βράδυ”$/);
    expect(await say(topic?.[1] ?? '')).toContain('Subscribed');
  });

  it('reads a time directly behind its name', async () => {
    expect(await createTalk().say('/subscribe20:00')).toContain('every day at 20:00');
  });
});
