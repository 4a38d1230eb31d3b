import { fitButtonCommand } from '../chat/button-command.ts';
import { didYouMean } from '../chat/did-you-mean.ts';
import type { PlatformLimits, Suggestion, Typing } from '../chat/platform.ts';
import { UsageError } from '../chat/usage-error.ts';
import type { Library } from '../library/library.ts';
import type { Audience } from '../locales/audience.ts';
import { hostNamed } from './site-names.ts';

const SITE = /^(?:site:|from:)?(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}(?:\/\S*)?$/iu;
const OFFERED = 12;
/** Leaves room in a button for the rest of its command; the start of a long host is enough to find its site. */
const SOURCE_CHARS = 50;

type Sources = Pick<Library, 'sources'>;

interface SourceQuestion extends PlatformLimits {
  audience: Audience;
  /** What a button types that names a site. */
  again(source: string): string;
}

/**
 * Finds a site by its address, its host or a part of the host. Throws a `UsageError` with sites as buttons if none or several
 * match; `again` makes the command of such a button.
 */
export async function findSource(
  typed: string,
  library: Sources,
  { audience: { t }, again, maxButtonBytes }: SourceQuestion,
): Promise<string> {
  const sources = await library.sources();
  const wanted = hostOf(typed);
  const found = sources.filter(({ source }) => source.includes(wanted));
  const [only, ...others] = found.some(({ source }) => source === wanted) ? [{ source: wanted }] : found;
  if (only !== undefined && others.length === 0) return only.source;
  if (sources.length === 0) throw new UsageError(t('list.none'));
  const message =
    only === undefined ? t('list.unknownSource', { source: typed }) : t('list.whichSource', { source: typed });
  throw new UsageError(message, {
    actions: (only === undefined ? nearFirst(wanted, sources) : found).slice(0, OFFERED).map(({ source }) => {
      const short = again(source.slice(0, SOURCE_CHARS));
      return { label: source, role: 'contents', command: fitButtonCommand(again(source), maxButtonBytes) ?? short };
    }),
  });
}

/** Suggests sites whose host contains the typed text, most articles first. */
export async function suggestSources(
  { typed, limit }: Pick<Typing, 'typed' | 'limit'>,
  library: Sources,
): Promise<readonly Suggestion[]> {
  const sources = await library.sources();
  return sources
    .filter(({ source }) => source.includes(hostOf(typed.trim())))
    .slice(0, limit)
    .map(({ source, articles }) => ({ value: source, label: `${source} (${articles})` }));
}

function nearFirst(wanted: string, sources: readonly { source: string }[]): readonly { source: string }[] {
  const near = didYouMean(
    wanted,
    sources.map(({ source }) => source),
  );
  return sources.toSorted((a, b) => Number(b.source === near) - Number(a.source === near));
}

function hostOf(typed: string): string {
  const named = hostNamed(typed);
  if (named !== undefined) return named;
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/\/.*$/u, '')
    .replace(/^www\./u, '');
}

/** Whether a typed word can only be a site: a host, or an address on it. */
export function isSite(word: string): boolean {
  return SITE.test(word.normalize('NFKC'));
}
