import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutDateline } from '../../src/summary/dateline.ts';
import { summarize } from '../../src/summary/summarize.ts';
import { countGraphemes } from '../../src/text/graphemes.ts';
import { splitSentences } from '../../src/text/sentences/split-sentences.ts';

const LAKE = [
  '湖区管理处周一宣布，北岸的观鸟步道将在春天重新开放。今年冬天这里一直在维修。',
  '“你见过白鹭吗？”',
  '步道全长四公里，观鸟步道的维修花费了两年时间，管理处更换了全部木板。',
  '附近的村民表示欢迎，他们希望观鸟的游客会在村里住下来。',
];
const ICE = [
  'The harbour authority said on Monday that the northern ice road will open two weeks early this winter. It measured the ice at eleven places.',
  'Who will drive on it first?',
  'The ice road saves truck drivers a detour of ninety kilometres around the bay, the authority said in a statement.',
  'Fishermen in the villages welcomed the early opening of the road.',
];

const IDEOGRAPHIC = /[\u3400-\u9fff]/;

/** Whether a text is some of the sentences in their order, joined by a space or by nothing. */
function isMadeOf(text: string, sentences: readonly string[]): boolean {
  const reached = new Set([0]);
  for (const sentence of sentences) {
    for (const at of [...reached]) {
      if (text.startsWith(sentence, at)) reached.add(at + sentence.length);
      if (text.startsWith(` ${sentence}`, at)) reached.add(at + sentence.length + 1);
    }
  }
  return reached.has(text.length);
}

describe('summarize', () => {
  it('joins Chinese sentences without a space', () => {
    const summary = summarize(LAKE, { title: '观鸟步道春天重新开放' });
    expect(summary).toContain('湖区管理处周一宣布，北岸的观鸟步道将在春天重新开放。');
    expect(summary).not.toMatch(/\s/);
  });

  it('joins sentences of spaced scripts with one space, in reading order', () => {
    const summary = summarize(ICE, { title: 'Ice road opens early' });
    const chosen = splitSentences(summary);
    expect(chosen.length).toBeGreaterThan(1);
    expect(chosen.join(' ')).toBe(summary);
    const places = chosen.map((sentence) => ICE.join(' ').indexOf(sentence));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  it('starts with the opening of the article', () => {
    expect(summarize(ICE, {})).toMatch(/^The harbour authority/);
  });

  it('uses all of the room for the sentences of a text without a title', () => {
    const both = ['The ice road saves the drivers a detour.', 'The villages welcomed the early ice road.'];
    const maxGraphemes = both.join(' ').length;
    expect(summarize(both, { maxGraphemes })).toBe(both.join(' '));
    expect(both).toContain(summarize(both, { maxGraphemes: maxGraphemes - 1 }));
  });

  it('looks for it near the start of a paragraph of any length', () => {
    const long = `The crew of the boat went on ${'and on along the shore '.repeat(60)}until the evening. `;
    const named = 'The northern ice road opens early this winter.';
    const title = 'Northern ice road opens early';
    const summarizeAfter = (times: number) => summarize([`${long.repeat(times)}${named} It is cold.`], { title });
    expect(long.length).toBeGreaterThan(1400);
    expect(summarizeAfter(2)).toContain(named);
    expect(summarizeAfter(4)).not.toContain(named);
  });

  it('skips questions and short exclamations', () => {
    expect(summarize(['白鹭！', '谁见过它？', ...LAKE], {})).not.toMatch(/白鹭！|谁见过/);
  });

  it('prefers a sentence about the title to one that is not', () => {
    const paragraphs = [
      'A cold wind blew over the bay for most of the long and quiet week before.',
      'The ferry to the outer islands was sold to a company from the mainland on Friday.',
      'Two dogs were seen near the old lighthouse late in the evening by a child.',
    ];
    expect(summarize(paragraphs, { title: 'Ferry to the islands sold', maxGraphemes: 90 })).toBe(paragraphs[1]);
  });

  it('does not start with an anaphor whose antecedent is omitted', () => {
    const paragraphs = [
      'Hello!',
      'However, it was not what they had hoped for at the time.',
      'The library opened its new reading room on Friday.',
    ];
    expect(summarize(paragraphs, { maxGraphemes: 60 })).toBe(paragraphs[2]);
  });

  it('does not repeat itself', () => {
    const lead = 'The northern ice road will open two weeks early this winter.';
    expect(summarize([lead, lead, 'Fishermen from the villages welcomed the decision with a feast.'], {})).toBe(
      `${lead} Fishermen from the villages welcomed the decision with a feast.`,
    );
  });

  it('takes a short opening with the next sentence of its paragraph, and no more', () => {
    const opening = 'The northern ice road opens two weeks early. The harbour authority measured the ice on Monday.';
    expect(summarize([`${opening} It is thick enough for trucks.`, ...ICE], { title: 'Ice road opens early' })).toBe(
      opening,
    );
  });

  it('replaces a scenic opening by the sentence closest to the title', () => {
    const scene = 'Ada Lind pours coffee into a tin cup and looks out at the white morning.';
    const point = 'The northern ice road will open two weeks early, because the ice is thicker than ever.';
    expect(summarize([scene, point, ...ICE], { title: 'Northern ice road will open two weeks early' })).toBe(point);
  });

  it('covers the topics of the whole text if there is no title', () => {
    const summary = summarize(['Ada Lind pours coffee into a tin cup and looks out at the snow.', ...ICE], {});
    expect(summary).toMatch(/ice road will open/);
    expect(splitSentences(summary).length).toBeGreaterThan(1);
  });

  it.each([
    [
      '（湖区社北岸5日电） 湖区管理处宣布，北岸的观鸟步道将在春天重新开放。',
      '湖区管理处宣布，北岸的观鸟步道将在春天重新开放。',
    ],
    [
      '路透北岸5月5日 - 湖区管理处宣布，北岸的观鸟步道将在春天重新开放。',
      '湖区管理处宣布，北岸的观鸟步道将在春天重新开放。',
    ],
    ['NORTHPORT, May 5 — The northern ice road will open early.', 'The northern ice road will open early.'],
    ['NORTHPORT — The northern ice road will open early.', 'The northern ice road will open early.'],
    ['NORTHPORT—The northern ice road will open early.', 'The northern ice road will open early.'],
    ['NORTHPORT, Ohio – The northern ice road will open early.', 'The northern ice road will open early.'],
    ['Northport (EFE).- The northern ice road will open early.', 'The northern ice road will open early.'],
    ['NORTHPORT — which is far away — waits for ice.', 'NORTHPORT — which is far away — waits for ice.'],
    ['NORTHPORT-ON-SEA waits for the ice road.', 'NORTHPORT-ON-SEA waits for the ice road.'],
    ['ICE - The road opens early.', 'ICE - The road opens early.'],
    ['NORTHPORT (Reuters) - The northern ice road will open early.', 'The northern ice road will open early.'],
    [
      '（记者在场）湖区管理处宣布，北岸的观鸟步道将在春天重新开放。',
      '（记者在场）湖区管理处宣布，北岸的观鸟步道将在春天重新开放。',
    ],
    ['（湖区社北岸5日电）', '（湖区社北岸5日电）'],
  ])('omits the dateline: %s', (paragraph, summary) => {
    expect(summarize([paragraph], { title: '步道' })).toBe(summary);
  });

  it.each([
    ['现在他决定把船卖掉，因为冬天的湖面上已经没有一个客人了。'],
    ['周三，她在北岸的会议上说，冬天的湖面上已经没有一个客人了。'],
    ['在此之前，北岸的渡轮公司已经卖掉了冬天用的所有船只。'],
    ['当北岸的人们谈起冬天的时候，这两个词说明了一切：冰和风。'],
    ['而北岸的渡轮公司已经卖掉了冬天用的所有船只和全部码头。'],
    ['其次，北岸的渡轮公司已经卖掉了冬天用的所有船只和码头。'],
    ['其实冬天的湖面上已经没有一个客人了，渡轮公司只好卖船。'],
    ['另一方面，北岸的渡轮公司已经卖掉了冬天用的所有船只。'],
    ['其船只和码头在冬天以前都卖给了南岸的一家渡轮公司。'],
    ['也有村民认为，冬天的湖面上本来就没有多少客人可以等。'],
    ['在当晚的会议上，她说冬天的湖面上已经没有一个客人了。'],
    ['在他看来，冬天的湖面上已经没有一个客人，卖船是对的。'],
    ['近日，这家渡轮公司卖掉了冬天用的所有船只和全部码头。'],
    ['由于这不是渡轮公司的决定，北岸的村民没有人去开会。'],
    ['“冬天的湖面上已经没有一个客人了，船只好卖掉，”他说。'],
    ['“冬天的湖面上已经没有一个客人了，船只好卖掉，”该公司表示。'],
    ['On Monday, she said that the last of the boats had been sold to the mainland.'],
    ['As a result, the last of the boats had been sold to a company from the mainland.'],
  ])('does not open with an anaphor: %s', (leaning) => {
    const point = IDEOGRAPHIC.test(leaning)
      ? '湖区管理处为渡轮留下了一份冬天的时刻表，四月开始试行。'
      : 'The harbour authority has kept a winter timetable for the ferry, to be tried from April.';
    expect(summarize([leaning, point], { title: 'x' })).toBe(point);
  });

  it.each([
    ['Ada Lind, left, and Tom Oke look at the northern ice road that will open two weeks early.'],
    ['Posted by Ada Lind, Northern Ice Road on 2019-05-02, all posts'],
    ['This article first appeared in the Northern Ice Road. The paper is sold in the harbour.'],
    ['The northern ice road will open two weeks early, she said.'],
    ['来源：湖区早报，北岸的观鸟步道将在春天重新开放，由记者林一写成。'],
    ['https://example.org/northern/ice/road/will/open/two/weeks/early/and/a/very/long/way/further/on/and/on.'],
    ['Photo by Ada Lind of the northern ice road that will open two weeks early.'],
    ['采写/林一 陈二，湖区早报的两位观鸟步道记者，春天在北岸写成。'],
    ['林一 陈二在北岸的观鸟步道上等了一个春天以后一同写成的文章|撰文'],
    ['本文首发于湖区早报，观鸟步道将在春天重新开放的消息请看第二版。'],
    ['各位读者，观鸟步道将在春天重新开放，编辑部的人都想和你们去。'],
    ['点击下方链接订阅湖区早报，观鸟步道将在春天重新开放的消息不会错过。'],
    ['以下是湖区管理处宣布的北岸观鸟步道将在春天重新开放的全部时间和地点，请各位村民和游客先看一看：'],
  ])('does not open with boilerplate: %s', (line) => {
    const point = IDEOGRAPHIC.test(line)
      ? '湖区管理处宣布，北岸的观鸟步道将在春天重新开放。'
      : 'The northern ice road will open two weeks early.';
    expect(
      summarize([line, point], { title: IDEOGRAPHIC.test(line) ? '观鸟步道将在春天重新开放' : 'Northern ice road' }),
    ).toBe(point);
  });

  it.each([
    ['湖区管理处宣布，北岸的观鸟步道将在春天重新开放。管理处的人说：“木板换过了。', '路也修好了。”'],
    ['湖区管理处宣布，北岸的观鸟步道将在春天重新开放。可是谁会在春天去那里看鸟呢？', '没有人知道。'],
  ])('stops before an unclosed quotation or unanswered question: %s', (opening, rest) => {
    expect(summarize([opening, rest], { title: '步道' })).toBe('湖区管理处宣布，北岸的观鸟步道将在春天重新开放。');
  });

  it('omits the bullet of a list item', () => {
    expect(summarize(['• The northern ice road will open early.'], { title: 'Road' })).toBe(
      'The northern ice road will open early.',
    );
  });

  it('does not open a section with an anaphor to the section before', () => {
    const paragraphs = [
      'They will be there in the morning, the harbour authority said.',
      'The ice road saves truck drivers a detour of ninety kilometres around the bay.',
    ];
    expect(summarize(paragraphs, { title: 'The detour' })).toBe(paragraphs[1]);
  });

  it('truncates an opening that is a little too long instead of skipping it', () => {
    const long = '管理处说步道会在春天开放，村民们都很高兴，游客也可以在村里住下来看一看白鹭。';
    expect(summarize([long, '附近的村民表示欢迎，他们希望有人来。'], { title: '步道春天开放', maxGraphemes: 35 })).toBe(
      '管理处说步道会在春天开放，村民们都很高兴…',
    );
  });

  it('truncates a sentence over the limit at a clause', () => {
    const long = '管理处说步道会在春天开放，村民们都很高兴，游客也可以在村里住下来看一看白鹭。';
    expect(summarize([long], { maxGraphemes: 25 })).toBe('管理处说步道会在春天开放，村民们都很高兴…');
  });

  it('truncates between words if there is no clause', () => {
    const summary = summarize(['The northern ice road will open two weeks early this winter'], { maxGraphemes: 30 });
    expect(summary).toBe('The northern ice road will…');
  });

  it.each([
    ['Posted by Ada Lind on 2019-05-02'],
    ['Ada Lind, left, and Tom Oke look at the northern ice road.'],
    ['Quelle: Hafenblatt'],
  ])('is empty if there is only boilerplate: %s', (line) => {
    expect(summarize([line], { title: 'Ice road' })).toBe('');
  });

  it('does not select a quotation, even if it is closest to the title', () => {
    const paragraphs = [
      'The harbour authority has a winter timetable for the ferry, to be tried from April.',
      'Ada Lind has wished for that: “I never knew the ice.',
      'We have waited all winter for the ice.”',
    ];
    expect(summarize(paragraphs, { title: 'We have waited all winter for the ice' })).toBe(paragraphs[0]);
  });

  it('does not repeat a title that is a quotation', () => {
    const paragraphs = ['Ada Lind opened the northern ice road on Friday.', '“We have waited for the ice.”'];
    expect(summarize(paragraphs, { title: '“We have waited for the ice”' })).toBe(paragraphs[0]);
  });

  it('skips a caption that is one line of a paragraph', () => {
    const caption = 'Ada Lind, left, and Tom Oke look at the northern ice road.';
    expect(summarize([`${caption}\nThe road opens two weeks early.`], { title: 'Ice road' })).toBe(
      'The road opens two weeks early.',
    );
  });

  it('is empty for no text', () => {
    expect(summarize([], {})).toBe('');
    expect(summarize(['', ' '], { title: 'x' })).toBe('');
  });

  it('never exceeds the limit, and takes whole sentences unless it must truncate one', () => {
    const piece = fc.constantFrom(
      ...LAKE,
      ...ICE,
      '好。',
      'Yes!',
      '👩‍🌾👩‍🌾',
      '“',
      '……',
      'é'.repeat(50),
      '湖'.repeat(300),
      'word '.repeat(80),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' }))),
        fc.nat(300),
        (paragraphs, maxGraphemes) => {
          const summary = summarize(paragraphs, { title: '冰 ice', maxGraphemes });
          expect(countGraphemes(summary)).toBeLessThanOrEqual(maxGraphemes);
          // The mark of a list and an agency's place and date are left out.
          const sentences = paragraphs.flatMap((paragraph) => splitSentences(withoutDateline(paragraph)));
          const cut = summary.endsWith('…') && sentences.some((sentence) => sentence.startsWith(summary.slice(0, -1)));
          expect(cut || isMadeOf(summary, sentences)).toBe(true);
        },
      ),
    );
  });

  it('reads only the start of a huge article', () => {
    const huge = Array.from({ length: 20_000 }, (_, day) => `On day ${day} the ice was measured at eleven places.`);
    expect(summarize(huge, {})).toContain('day 0');
  }, 1_000);
});
