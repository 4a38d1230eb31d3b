import { bad } from './call.ts';
import { keepLink } from './keep-link.ts';
import type { Content } from './model.ts';

/** How Telegram says that it has no picture: in words for one alone, by a name for one of an album. */
const PICTURE_FAULTS = {
  failed: { alone: 'Failed to get HTTP URL content', inAlbum: 'WEBPAGE_CURL_FAILED' },
  type: { alone: 'Wrong type of the web page content', inAlbum: 'WEBPAGE_MEDIA_EMPTY' },
  process: { alone: 'IMAGE_PROCESS_FAILED', inAlbum: 'IMAGE_PROCESS_FAILED' },
} as const;

export type PictureFault = keyof typeof PICTURE_FAULTS;

/** Pictures are fetched where nothing was said against it; nothing is really fetched. */
export function createPictures() {
  const refused: { match: string | RegExp; how: PictureFault }[] = [];
  const kept = new Set<string>();

  function faultOf(address: string, place: 'alone' | 'inAlbum'): string | undefined {
    const rule = refused.findLast(({ match }) =>
      typeof match === 'string' ? address.includes(match) : match.test(address),
    );
    if (rule) return PICTURE_FAULTS[rule.how][place];
    if (kept.has(address)) return undefined;
    if (!/^https?:\/\//i.test(address)) return 'Wrong file identifier/HTTP URL specified';
    return keepLink(address) === undefined ? 'Wrong HTTP URL specified' : undefined;
  }

  function show(source: string): Content {
    const id = kept.has(source) ? source : `AgACAgIAAxk${kept.size + 1}`;
    kept.add(id);
    return { photo: [{ file_id: id, file_unique_id: id.slice(-8), width: 1280, height: 720 }], photo_source: source };
  }

  return {
    refuse: (match: string | RegExp, how: PictureFault) => refused.push({ match, how }),
    /** One picture of its own. */
    take(source: string): Content {
      const fault = faultOf(source, 'alone');
      if (fault !== undefined) throw bad(fault);
      return show(source);
    },
    /** All pictures of an album, or none. */
    takeAll: (sources: readonly string[]): Content[] => {
      for (const [at, source] of sources.entries()) {
        const fault = faultOf(source, 'inAlbum');
        if (fault !== undefined) throw bad(`Failed to send message #${at + 1} with the error message "${fault}"`);
      }
      return sources.map(show);
    },
  };
}
