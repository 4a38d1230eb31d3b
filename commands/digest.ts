import { defineCommand } from '../src/chat/command.ts';
import type { LastShownMemory } from '../src/chat/last-shown.ts';
import type { Suggestion, Typing } from '../src/chat/platform.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import { collectDigest, type DigestRequest } from '../src/digest/collect.ts';
import { collectArrivals } from '../src/digest/collect-arrivals.ts';
import { MAX_ARTICLES } from '../src/digest/digest.ts';
import type { Arrivals } from '../src/library/arrivals.ts';
import type { Library } from '../src/library/library.ts';
import type { Audience } from '../src/locales/audience.ts';
import { createTranslator } from '../src/locales/translator.ts';
import { digestView } from '../src/presenters/digest-view.ts';
import { parseSince } from '../src/schedule/parse-since.ts';
import type { DigestStyle } from '../src/subscription/digest-style.ts';
import { type LlmSummaries, summarizerIn } from '../src/summary/llm-summaries.ts';
import { messageView } from '../src/view/message-view.ts';
import { openAction } from '../src/view/spans.ts';
import type { View } from '../src/view/view.ts';
import { styleArg } from './args/style-arg.ts';

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

interface DigestDeps {
  library: Pick<Library, 'newest' | 'article'>;
  arrivals: Pick<Arrivals, 'position' | 'between'>;
  memory: Pick<LastShownMemory, 'recallPosition' | 'rememberPosition'>;
  summaries?: LlmSummaries | undefined;
  now: () => Date;
  report(error: unknown): void;
}

/** What asks for everything since the person was last shown a digest. */
const LAST_LOOK =
  /^(?:since(?: last| last time| i last looked| my last visit)?|last time|new|unread|上次(?:以来|以來|之后|之後|至今)?|自上次(?:以来|以來)?|未读|未讀)$/u;

/**
 * `/digest since? style?`: a digest now, of the last 24 hours by default; `since` alone is everything since the person was last
 * shown a digest here.
 */
export const digestCommand = (deps: DigestDeps) =>
  defineCommand({
    name: 'digest',
    takesBareWords: true,
    opensArticles: true,
    summary: 'command.digest',
    examples: 'examples.digest',
    args: {
      since: { kind: 'text', summary: 'arg.since', optional: true, suggest: suggestLastLook },
      style: styleArg,
    },
    async run({ since, style = 'brief' }, audience, { in: where, by }) {
      const asker = { in: where, by };
      const isSinceLast = since !== undefined && LAST_LOOK.test(since.normalize('NFKC').trim().toLowerCase());
      const [upTo, after] = await Promise.all([deps.arrivals.position(), deps.memory.recallPosition(asker)]);
      const view =
        isSinceLast && after !== undefined
          ? await sinceLastView({ after, upTo }, style, { deps, audience })
          : await periodView(isSinceLast ? undefined : since, style, { deps, audience });
      await deps.memory.rememberPosition(asker, upTo);
      return view;
    },
  });

interface Context {
  deps: DigestDeps;
  audience: Audience;
}

async function periodView(typed: string | undefined, style: DigestStyle, { deps, audience }: Context): Promise<View> {
  const { library, summaries, now, report } = deps;
  const at = now();
  const period = typed === undefined ? 'lately' : readSince(typed, at, audience);
  const title = typed === undefined ? audience.t('digest.daily') : audience.t('digest.title');
  const write = summarizerIn(audience.language, summaries);
  const request: DigestRequest = { period, style, title, now: at, limit: MAX_ARTICLES[style], write, report };
  return digestView(await collectDigest(library, request), audience);
}

async function sinceLastView(
  range: { after: number; upTo: number },
  style: DigestStyle,
  { deps: { summaries, now, report, ...stores }, audience }: Context,
): Promise<View> {
  const { t, language } = audience;
  const write = summarizerIn(language, summaries);
  const request = { range, style, page: 1, title: t('since.title'), now: now(), write, report };
  const digest = await collectArrivals(stores, request);
  if (digest.items.length > 0) return digestView(digest, audience);
  return messageView(t('since.nothing'), { actions: [openAction(t('button.newest'), '/articles')] });
}

async function suggestLastLook({ typed, language }: Typing): Promise<readonly Suggestion[]> {
  const t = createTranslator(language);
  const label = t('since.title');
  const begun = typed.trim().toLowerCase();
  return label.toLowerCase().includes(begun) || 'since'.startsWith(begun) ? [{ value: 'since', label }] : [];
}

function readSince(typed: string, now: Date, { t, zone }: Audience): Date {
  const since = parseSince(typed, { now, zone });
  if (since === undefined) {
    const example = new Date(now.getTime() - MONTH_MS).toISOString().slice(0, 10);
    throw new UsageError(t('wrong.since', { typed, example }));
  }
  if (since.getTime() > now.getTime()) throw new UsageError(t('wrong.future', { typed }));
  return since;
}
