import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { barChart } from '../../../adapters/web/control/chart.ts';

const bars = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'].map((name) => ({ name, label: name.slice(0, 2) }));
const SENT = { name: 'Sent', values: [1, 0, 3, 2] };
const FAILED = { name: 'Failed', values: [0, 0, 1] };

async function draw(series: Parameters<typeof barChart>[1]['series']) {
  const $ = load((await barChart('Digests', { bars, series })).toString());
  const numbers = (selector: string, ...names: string[]) =>
    $(selector)
      .toArray()
      .map((element) => names.map((name) => Number($(element).attr(name))));
  return { $, numbers };
}

it('stacks the series of each bar from the bottom, the highest bar over the whole height', async () => {
  const { numbers } = await draw([SENT, FAILED]);
  expect(numbers('.series-0', 'y', 'height').slice(0, 4)).toEqual([
    [120, 40],
    [160, 0],
    [40, 120],
    [80, 80],
  ]);
  expect(numbers('rect.series-1', 'y', 'height')).toEqual([
    [120, 0],
    [160, 0],
    [0, 40],
    [80, 0],
  ]);
});

it('places the bars side by side, with a gap', async () => {
  const { $, numbers } = await draw([SENT]);
  expect($('svg').attr('viewBox')).toBe('0 0 560 178');
  expect(numbers('rect', 'x', 'width')).toEqual([
    [3, 134],
    [143, 134],
    [283, 134],
    [423, 134],
  ]);
});

it('labels every other bar below its middle, and says the numbers of each', async () => {
  const { $, numbers } = await draw([SENT, FAILED]);
  expect($('text').text()).toBe('MoWe');
  expect(numbers('text', 'x', 'y')).toEqual([
    [70, 174],
    [350, 174],
  ]);
  const titles = $('title')
    .toArray()
    .map((element) => $(element).text());
  expect(titles.slice(2)).toEqual(['Wednesday: Sent 3, Failed 1', 'Thursday: Sent 2, Failed 0']);
  expect($('svg').attr('aria-label')).toBe('Digests: Monday – Thursday; 1, 0, 4, 2');
  expect($('.legend').text()).toBe('SentFailed');
});

it('is left out if there is nothing to show', () => {
  expect(barChart('Digests', { bars, series: [{ name: 'Sent', values: [0, 0] }] })).toBe('');
  expect(barChart('Digests', { bars: [], series: [SENT] })).toBe('');
});
