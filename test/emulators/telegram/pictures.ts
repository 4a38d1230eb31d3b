import { badRequest } from './call.ts';
import type { Content } from './model.ts';
import { normalizeLink } from './normalize-link.ts';

/** Telegram's errors for pictures it cannot fetch: a sentence for a single picture, a code in an album. */
const PICTURE_FAULTS = {
  failed: { alone: 'Failed to get HTTP URL content', inAlbum: 'WEBPAGE_CURL_FAILED' },
  type: { alone: 'Wrong type of the web page content', inAlbum: 'WEBPAGE_MEDIA_EMPTY' },
  process: { alone: 'IMAGE_PROCESS_FAILED', inAlbum: 'IMAGE_PROCESS_FAILED' },
} as const;

export type PictureFault = keyof typeof PICTURE_FAULTS;

/** Simulates fetching pictures; all succeed except those that the test refuses. */
export function createPictures() {
  const refused: { match: string | RegExp; how: PictureFault }[] = [];
  const files = new Set<string>();

  function faultOf(address: string, place: 'alone' | 'inAlbum'): string | undefined {
    const rule = refused.findLast(({ match }) =>
      typeof match === 'string' ? address.includes(match) : match.test(address),
    );
    if (rule) return PICTURE_FAULTS[rule.how][place];
    if (files.has(address)) return undefined;
    if (!/^https?:\/\//i.test(address)) return 'Wrong file identifier/HTTP URL specified';
    return normalizeLink(address) === undefined ? 'Wrong HTTP URL specified' : undefined;
  }

  function show(source: string): Content {
    const id = files.has(source) ? source : `AgACAgIAAxk${files.size + 1}`;
    files.add(id);
    return { photo: [{ file_id: id, file_unique_id: id.slice(-8), width: 1280, height: 720 }], photo_source: source };
  }

  return {
    refuse: (match: string | RegExp, how: PictureFault) => refused.push({ match, how }),
    /** Fetches a single picture. */
    take(source: string): Content {
      const fault = faultOf(source, 'alone');
      if (fault !== undefined) throw badRequest(fault);
      return show(source);
    },
    /** Fetches all pictures of an album, or none. */
    takeAll: (sources: readonly string[]): Content[] => {
      for (const [at, source] of sources.entries()) {
        const fault = faultOf(source, 'inAlbum');
        if (fault !== undefined)
          throw badRequest(`Failed to send message #${at + 1} with the error message "${fault}"`);
      }
      return sources.map(show);
    },
  };
}
