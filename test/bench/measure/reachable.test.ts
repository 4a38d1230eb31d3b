import { describe, expect, it } from 'vitest';
import { readTruth } from '../../../bench/measure/ground-truth.ts';
import { keepReachable } from '../../../bench/measure/reachable.ts';

const PAGE = '<p>One two three four five six.</p><img src="https://x.example/a%20b.jpg"><p>By ANN LEE</p>';

const leave = (truth: object) => {
  const expected = readTruth({ truth }, 'https://news.example/');
  if (!expected) throw new Error('the truth states something');
  return keepReachable(expected, PAGE);
};

describe('leaveReachable', () => {
  it('keeps a text that the page contains, even with small differences, and removes others', () => {
    const text = 'One two three four five six.\nSeven eight nine ten eleven.';
    expect(leave({ text })).toMatchObject({
      text: 'One two three four five six.',
      paragraphs: ['One two three four five six.'],
    });
    expect(leave({ with: ['two three four five six seven'] }).present).toHaveLength(1);
    expect(leave({ with: ['seven eight nine ten'] }).present).toHaveLength(0);
  });

  it('keeps an image by its file name, in any encoding', () => {
    const images = ['https://y.example/large/a%20b.jpg', 'https://y.example/c.jpg'];
    expect(leave({ images }).images).toEqual([['y.example/large/a b.jpg']]);
  });

  it('is null for authors if the page names none', () => {
    expect(leave({ authors: ['Ann Lee', 'Bo Ek'] }).authors).toEqual(['Ann Lee']);
    expect(leave({ authors: ['Bo Ek'] }).authors).toBeNull();
  });
});
