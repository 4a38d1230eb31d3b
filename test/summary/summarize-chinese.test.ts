import { describe, expect, it } from 'vitest';
import { summarize } from '../../src/summary/summarize.ts';

describe('a summary of Chinese text', () => {
  it.each([
    ['北岸的村民担心该公司在冬天以前卖掉渡轮的所有船只。'],
    ['渡轮公司的林一表示，这是冬天的湖面上最后的一条船了。'],
    ['据渡轮公司统计，这次卖掉的船是冬天用的一半以上。'],
    ['值得注意的是，渡轮公司的船在冬天以前全部卖掉了。'],
    ['渡轮公司的林一补充说，冬天的湖面上没有一个客人了。'],
    ['渡轮公司的林一还表示，冬天的湖面上没有一个客人了。'],
    ['冬天的风让她不敢坐渡轮到北岸去看住在村里的老人们。'],
  ])('prefers an opening without anaphors of equal score: %s', (leaning) => {
    const point = '湖区管理处为渡轮留下了一份冬天的时刻表，四月开始试行。';
    expect(summarize([leaning, point], { title: '渡轮冬天时刻表' })).toBe(point);
  });

  it('accepts demonstratives in names and dates, and 该 in the sense of duty', () => {
    for (const opening of [
      '这个星期，湖区管理处为渡轮留下了一份冬天的时刻表。',
      '渡轮公司应该为北岸的村民留下一份冬天的时刻表和船。',
      '“冰路”这个词在北岸说的是冬天湖面上给车走的一条路。',
      '他国的渡轮冬天也停在码头，湖区的渡轮今年第一次不停。',
    ]) {
      const summary = summarize([opening, '四月的湖面上有人看见了两只白鹭，村里的人都很高兴。'], { title: '渡轮' });
      expect(summary.slice(0, opening.length)).toBe(opening);
    }
  });

  it('does not open inside a quotation', () => {
    const years = Array.from(
      { length: 5 },
      (_, year) => `第${year}年的冬天我们也在这里等了很久很久，一直等到湖上的冰都化了为止。`,
    );
    const speech = `林一说：“${years.join('')}观鸟步道将在春天重新开放，木板都换过了。路也修好了。”`;
    const opening = '湖区管理处周一在北岸的村里开了一个会，来的人很多，会开到了晚上。';
    expect(summarize([opening, speech], { title: '观鸟步道' })).toBe(opening);
    expect(summarize([opening, speech.replace('林一说：“', '')], { title: '观鸟步道' })).not.toBe(opening);
  });

  it('pairs brackets of different widths', () => {
    const opening = '湖区管理处的林一（Ada Lind) 宣布，北岸的观鸟步道将在春天重新开放。';
    expect(summarize([opening, '附近的村民表示欢迎，希望观鸟的游客会在村里住下来。'], { title: '步道' })).toBe(opening);
  });

  it('prefers the article to a comment on it', () => {
    const comment = '@湖边的灯：北岸的观鸟步道终于要在春天重新开放了，我等了两年。';
    const opening = '网民在湖区管理处的微博下面写了几千条留言，谈他们的春天。';
    expect(summarize([comment, opening], { title: '北岸的观鸟步道' })).toBe(opening);
  });

  it('stops before an incomplete sentence', () => {
    const whole = '湖区管理处宣布，北岸的观鸟步道将在春天重新开放。';
    expect(summarize([`${whole}管理处的人在会上想了很久，最后只说了一句话——`], { title: '步道' })).toBe(whole);
  });
});
