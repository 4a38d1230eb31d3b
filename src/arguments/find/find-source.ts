import { fitButtonCommand } from '../../chat/button-command.ts';
import { didYouMean } from '../../chat/did-you-mean.ts';
import type { PlatformLimits, Suggestion, Typing } from '../../chat/platform.ts';
import { UsageError } from '../../chat/usage-error.ts';
import type { Library } from '../../library/library.ts';
import type { Audience } from '../../locales/audience.ts';
import { openAction } from '../../view/spans.ts';
import type { Action } from '../../view/view.ts';
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
 * Finds a site by its address, its host, a part of the host or its name. Throws a `UsageError` with sites as buttons if none or
 * several match; `again` makes the command of such a button.
 */
export async function findSource(
  typed: string,
  library: Sources,
  { audience: { t }, again, maxButtonBytes }: SourceQuestion,
): Promise<string> {
  const sources = await library.sources();
  const wanted = hostOf(typed);
  const matching = sources.filter(({ source }) => source.includes(wanted));
  const found = matching.length > 0 ? matching : sources.filter((one) => isNamed(one, typed));
  const [only, ...others] = found.some(({ source }) => source === wanted) ? [{ source: wanted }] : found;
  if (only !== undefined && others.length === 0) return only.source;
  const follow = isSite(typed) ? fitButtonCommand(`/follow ${typed}`, maxButtonBytes) : undefined;
  const offer =
    only !== undefined || follow === undefined ? [] : [openAction(t('button.follow', { site: hostOf(typed) }), follow)];
  if (sources.length === 0) throw new UsageError(t('list.none'), { actions: offer });
  const message =
    only === undefined ? t('list.unknownSource', { source: typed }) : t('list.whichSource', { source: typed });
  throw new UsageError(message, {
    actions: [
      ...(only === undefined ? nearFirst(wanted, sources) : found).slice(0, OFFERED).map(({ source, name }): Action => {
        const short = again(source.slice(0, SOURCE_CHARS));
        const command = fitButtonCommand(again(source), maxButtonBytes) ?? short;
        return { label: nameOf({ source, name }), role: 'contents', command };
      }),
      ...offer,
    ],
  });
}

/** Suggests sites whose host contains the typed text, most articles first. */
export async function suggestSources(
  { typed, limit }: Pick<Typing, 'typed' | 'limit'>,
  library: Sources,
): Promise<readonly Suggestion[]> {
  const sources = await library.sources();
  return sources
    .filter((one) => one.source.includes(hostOf(typed.trim())) || isNamed(one, typed))
    .slice(0, limit)
    .map(({ articles, ...one }) => ({ value: one.source, label: `${nameOf(one)} (${articles})` }));
}

/** Whether the name of a site contains what was typed. */
function isNamed({ name = '' }: { name?: string | undefined }, typed: string): boolean {
  return name.toLowerCase().includes(typed.normalize('NFKC').trim().toLowerCase());
}

/** `Harbour News · example.org`, or only the host. */
function nameOf({ source, name }: { source: string; name?: string | undefined }): string {
  return name === undefined ? source : `${name} · ${source}`;
}

function nearFirst<Source extends { source: string }>(wanted: string, sources: readonly Source[]): readonly Source[] {
  const near = didYouMean(
    wanted,
    sources.map(({ source }) => source),
  );
  return sources.toSorted((a, b) => Number(b.source === near) - Number(a.source === near));
}

/** The host of a typed site: of an address, a host, or a known name. */
export function hostOf(typed: string): string {
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
