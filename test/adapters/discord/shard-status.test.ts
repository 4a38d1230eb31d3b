import { expect, it } from 'vitest';
import { DiscordFailure } from '../../../adapters/discord/errors.ts';
import { createShardStatus } from '../../../adapters/discord/gateway/shard-status.ts';

const why = new DiscordFailure({ reason: 'busy', message: 'Discord does not answer.' });

function begin(ids: readonly number[]) {
  const news: string[] = [];
  const status = createShardStatus(ids, {
    report: (what, failure) => void news.push(failure === undefined ? what : `${what}: ${failure.message}`),
    onConnected: () => void news.push('connected'),
  });
  return { status, news };
}

it('is connected once each shard is', () => {
  const { status, news } = begin([0, 1]);
  status.ready(1);
  expect(news).toEqual([]);
  status.ready(0);
  expect(news).toEqual(['connected']);
});

it('names the shard that is lost first, and says when all are back', () => {
  const { status, news } = begin([4, 5, 6]);
  for (const id of [4, 5, 6]) status.ready(id);
  status.reportOf(5)('lost', why);
  status.reportOf(6)('lost', why);
  status.reportOf(5)('back', undefined);
  expect(news).toEqual(['connected', 'lost: Shard 5: Discord does not answer.']);
  status.reportOf(6)('back', undefined);
  expect(news.at(-1)).toBe('back');
});

it('is not back while another shard has never been connected', () => {
  const { status, news } = begin([0, 1]);
  status.reportOf(0)('lost', why);
  status.ready(0);
  status.reportOf(0)('back', undefined);
  expect(news).toEqual(['lost: Shard 0: Discord does not answer.']);
  status.ready(1);
  expect(news.at(-1)).toBe('back');
});

it('names no shard where there is only one', () => {
  const { status, news } = begin([0]);
  status.reportOf(0)('lost', why);
  expect(news).toEqual(['lost: Discord does not answer.']);
});
