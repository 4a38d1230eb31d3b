import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AttachedFile } from '../../../src/chat/attached-file.ts';
import type { Translate } from '../../../src/locales/messages.ts';
import { messagePage } from '../pages/layout.ts';
import { audienceOf, type WebContext } from '../web-context.ts';
import { MAX_LINE_CHARS } from './chat-page.ts';

/** Of a line in UTF-8, with its token and its escapes. */
const MAX_LINE_BYTES = 16_384;
/** More than any command reads of a file. */
const MAX_FILE_BYTES = 1_000_000;
const BYTES_PER_MB = 1_000_000;

/** What was posted. */
export interface Posted {
  line: string;
  token: string;
  file: AttachedFile | undefined;
  /** Whether the script asks, and not a form. */
  isScript: boolean;
}

/** Refuses a body that is too large: a form may carry a file, anything else only a line. */
export function limitPost(web: WebContext): MiddlewareHandler {
  const limit = (maxSize: number, say: (t: Translate) => string) =>
    bodyLimit({
      maxSize,
      onError(context) {
        const audience = audienceOf(context, web);
        const notice = say(audience.t);
        return isScript(context) ? context.json({ notice }, 413) : context.html(messagePage(notice, audience), 413);
      },
    });
  const limitLine = limit(MAX_LINE_BYTES, (t) => t('web.lineTooLong', { most: MAX_LINE_CHARS }));
  const limitFile = limit(MAX_FILE_BYTES, (t) => t('web.fileTooLarge', { most: MAX_FILE_BYTES / BYTES_PER_MB }));
  return (context, next) => (isMultipart(context) ? limitFile : limitLine)(context, next);
}

/** Reads what was posted: a button that was pressed counts more than the text in the field. */
export async function readPost(context: Context): Promise<Posted> {
  const body: unknown = isJson(context)
    ? await context.req.json().catch(() => undefined)
    : await context.req.parseBody().catch(() => undefined);
  const { press, line, token, file } = (body ?? {}) as Record<string, unknown>;
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
  const said = typeof press === 'string' ? press : line;
  return { line: textOf(said), token: textOf(token), file: toAttached(file), isScript: isScript(context) };
}

/** A field without a chosen file posts an empty one without a name. */
function toAttached(file: unknown): AttachedFile | undefined {
  if (!(file instanceof File) || file.name === '') return undefined;
  return {
    name: file.name,
    read: async (maxBytes) => (file.size > maxBytes ? { failure: 'too-large' } : { text: await file.text() }),
  };
}

function isScript(context: Context): boolean {
  return isJson(context) || (context.req.header('accept') ?? '').startsWith('application/json');
}

function isJson({ req }: Context): boolean {
  return /^application\/json/iu.test(req.header('content-type') ?? '');
}

function isMultipart({ req }: Context): boolean {
  return /^multipart\/form-data/iu.test(req.header('content-type') ?? '');
}
