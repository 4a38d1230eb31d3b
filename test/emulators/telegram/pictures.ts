import { badRequest, Refusal } from './call.ts';
import type { Content } from './model.ts';
import { normalizeLink } from './normalize-link.ts';

/** Telegram's errors for pictures it cannot fetch: a sentence for a single picture, a code in an album. */
const PICTURE_FAULTS = {
  failed: { alone: 'Failed to get HTTP URL content', inAlbum: 'WEBPAGE_CURL_FAILED' },
  type: { alone: 'Wrong type of the web page content', inAlbum: 'WEBPAGE_MEDIA_EMPTY' },
  process: { alone: 'IMAGE_PROCESS_FAILED', inAlbum: 'IMAGE_PROCESS_FAILED' },
} as const;

/** https://core.telegram.org/bots/api#sendphoto */
const MAX_SIDES = 10_000;
const MAX_RATIO = 20;

interface Size {
  width: number;
  height: number;
}

export type PictureFault = keyof typeof PICTURE_FAULTS;

/** Simulates fetching pictures; all succeed except those that the test refuses. */
export function createPictures() {
  const refused: { match: string | RegExp; how: PictureFault }[] = [];
  const sizes: { match: string; size: Size }[] = [];
  const files = new Set<string>();

  const sizeOf = (address: string): Size =>
    sizes.findLast(({ match }) => address.includes(match))?.size ?? { width: 1280, height: 720 };

  function faultOf(address: string, place: 'alone' | 'inAlbum'): string | undefined {
    const rule = refused.findLast(({ match }) =>
      typeof match === 'string' ? address.includes(match) : match.test(address),
    );
    if (rule) return PICTURE_FAULTS[rule.how][place];
    if (files.has(address)) return undefined;
    if (!isShowable(sizeOf(address))) return 'PHOTO_INVALID_DIMENSIONS';
    if (!/^https?:\/\//i.test(address)) return 'Wrong file identifier/HTTP URL specified';
    return normalizeLink(address) === undefined ? 'Wrong HTTP URL specified' : undefined;
  }

  function show(source: string): Content {
    const id = files.has(source) ? source : `AgACAgIAAxk${files.size + 1}`;
    files.add(id);
    return { photo: [{ file_id: id, file_unique_id: id.slice(-8), ...sizeOf(source) }], photo_source: source };
  }

  return {
    /** Sets the size of the pictures whose address contains a text. */
    resize: (match: string, size: Size) => void sizes.push({ match, size }),
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
        asItem(() => {
          const fault = faultOf(source, 'inAlbum');
          if (fault !== undefined) throw badRequest(fault);
        }, at + 1);
      }
      return sources.map(show);
    },
  };
}

function isShowable({ width, height }: Size): boolean {
  return width + height <= MAX_SIDES && Math.max(width, height) <= MAX_RATIO * Math.min(width, height);
}

/** Does the work for one item of an album, whose refusal names the item. */
export function asItem(work: () => void, item: number): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why = error.message.replace(/^Bad Request: /, '');
    throw badRequest(`Failed to send message #${item} with the error message "${why}"`);
  }
}
