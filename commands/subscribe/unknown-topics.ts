import { fitButtonCommand } from '../../src/chat/button-command.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { Library } from '../../src/library/library.ts';
import type { Audience } from '../../src/locales/audience.ts';
import type { RequestParts } from '../../src/phrase/format-request.ts';
import type { RequestReading } from '../../src/phrase/parse-request.ts';

/** A library of fewer articles says little about which words are topics. */
const MIN_ARTICLES = 20;
const QUOTE = /["“「『#＃]/u;
const FOREIGN = /[^\p{ASCII}\p{Script=Han}]/u;

interface AskContext extends PlatformLimits {
  reading: RequestReading;
  typed: string;
  again(instead: Partial<RequestParts>): string;
  audience: Audience;
}

/** The topics that no known article contains; none if there are hardly any articles. */
export async function unknownTopics(
  topics: readonly string[],
  library: Pick<Library, 'sources' | 'find'>,
): Promise<readonly string[]> {
  const sources = await library.sources();
  if (sources.reduce((sum, { articles }) => sum + articles, 0) < MIN_ARTICLES) return [];
  const found = await Promise.all(topics.map(async (topic) => ({ topic, hits: await library.find(topic, 1) })));
  return found.filter(({ hits }) => hits.length === 0).map(({ topic }) => topic);
}

/** Asks whether words are topics if no article has any of them, and they look like a sentence of another language. */
export function askAboutTopics(
  unknown: readonly string[],
  { reading, typed, again, audience, maxButtonBytes }: AskContext,
): void {
  const { topics } = reading;
  const isOdd = topics.length > 1 || FOREIGN.test(topics.join(''));
  if (topics.length === 0 || unknown.length < topics.length || !isOdd || QUOTE.test(typed)) return;
  const { t } = audience;
  const words = unknown.join(t('join.names'));
  const command = fitButtonCommand(again({}), maxButtonBytes);
  const label = t('button.asTopic', { words });
  throw new UsageError(t('ask.topics', { words }), {
    actions: command === undefined ? [] : [{ label, role: 'contents', command }],
  });
}
