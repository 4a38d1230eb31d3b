import { defineCommand } from '../../src/chat/command.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import { collectArrivals } from '../../src/digest/collect-arrivals.ts';
import type { Arrivals } from '../../src/library/arrivals.ts';
import type { Library } from '../../src/library/library.ts';
import { digestView } from '../../src/presenters/digest-view.ts';
import { type LlmSummaries, summarizerIn } from '../../src/summary/llm-summaries.ts';
import { openAction } from '../../src/view/spans.ts';
import { styleArg } from '../args/style-arg.ts';

interface ArrivalsDeps {
  arrivals: Pick<Arrivals, 'between'>;
  library: Pick<Library, 'article'>;
  summaries?: LlmSummaries | undefined;
  now: () => Date;
  report(error: unknown): void;
}

const RANGE = /^(\d{1,12})-(\d{1,12})$/u;

/** `/arrivals range style? page?`, only for buttons: what came into the library between two positions. */
export const arrivalsCommand = ({ summaries, now, report, ...stores }: ArrivalsDeps) =>
  defineCommand({
    name: 'arrivals',
    hidden: true,
    opensArticles: true,
    summary: 'command.digest',
    examples: 'examples.arrivals',
    args: {
      range: { kind: 'text', summary: 'arg.since', accepts: (word) => RANGE.test(word) },
      style: styleArg,
      page: { kind: 'integer', summary: 'arg.page', optional: true },
    },
    async run({ range: typed, style = 'brief', page = 1 }, audience) {
      const { t, language } = audience;
      const [, after, upTo] = RANGE.exec(typed) ?? [];
      const request = { style, page, title: t('since.title'), now: now(), report };
      const digest = await collectArrivals(stores, {
        ...request,
        range: { after: Number(after), upTo: Number(upTo) },
        write: summarizerIn(language, summaries),
      });
      if (digest.items.length > 0) return digestView(digest, audience);
      throw new UsageError(t('edition.end'), { actions: [openAction(t('button.newest'), '/articles')] });
    },
  });
