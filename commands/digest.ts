import { defineCommand } from '../src/chat/command.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import { collectDigest, type DigestRequest } from '../src/digest/collect.ts';
import { MAX_ARTICLES } from '../src/digest/digest.ts';
import type { Library } from '../src/library/library.ts';
import type { Audience } from '../src/locales/audience.ts';
import { digestView } from '../src/presenters/digest-view.ts';
import { parseSince } from '../src/schedule/parse-since.ts';
import { type LlmSummaries, summarizerIn } from '../src/summary/llm-summaries.ts';
import { styleArg } from './args/style-arg.ts';

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

interface DigestDeps {
  library: Pick<Library, 'newest' | 'article'>;
  summaries?: LlmSummaries | undefined;
  now: () => Date;
  report(error: unknown): void;
}

/** `/digest since? style?`: a digest now, of the last 24 hours by default. */
export const digestCommand = ({ library, summaries, now, report }: DigestDeps) =>
  defineCommand({
    name: 'digest',
    takesBareWords: true,
    opensArticles: true,
    summary: 'command.digest',
    examples: 'examples.digest',
    args: {
      since: { kind: 'text', summary: 'arg.since', optional: true },
      style: styleArg,
    },
    async run({ since, style = 'brief' }, audience) {
      const at = now();
      const period = since === undefined ? 'lately' : readSince(since, at, audience);
      const title = since === undefined ? audience.t('digest.daily') : audience.t('digest.title');
      const write = summarizerIn(audience.language, summaries);
      const request: DigestRequest = { period, style, title, now: at, limit: MAX_ARTICLES[style], write, report };
      return digestView(await collectDigest(library, request), audience);
    },
  });

function readSince(typed: string, now: Date, { t, zone }: Audience): Date {
  const since = parseSince(typed, { now, zone });
  if (since === undefined) {
    const example = new Date(now.getTime() - MONTH_MS).toISOString().slice(0, 10);
    throw new UsageError(t('wrong.since', { typed, example }));
  }
  if (since.getTime() > now.getTime()) throw new UsageError(t('wrong.future', { typed }));
  return since;
}
