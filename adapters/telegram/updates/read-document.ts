/** A document that somebody sent. */
export interface DocumentRef {
  id: string;
  name: string;
  /** In bytes, if Telegram tells. */
  size: number | undefined;
}

interface MaybeDocument {
  document?: { file_id: string; file_name?: string; file_size?: number };
  caption?: string;
}

interface MaybeText extends MaybeDocument {
  text?: string;
  reply_to_message?: MaybeDocument & { message_id: number };
}

/** What somebody wrote: a text, or the caption of a document. */
export interface Writing {
  text: string;
  isCaption: boolean;
  /** The document with the caption, or else the one that is answered. */
  document: DocumentRef | undefined;
  /** The id of the message that is answered. */
  replyTo: number | undefined;
}

/** Undefined if nothing is written in a message. */
export function readWriting(message: object): Writing | undefined {
  const { text, caption, reply_to_message: answered }: MaybeText = message;
  const own = documentOf(message);
  const written = text ?? (own && caption);
  if (written === undefined) return undefined;
  const document = own ?? (answered && documentOf(answered));
  return { text: written, isCaption: text === undefined, document, replyTo: answered?.message_id };
}

function documentOf({ document }: MaybeDocument): DocumentRef | undefined {
  if (document === undefined) return undefined;
  const { file_id: id, file_name: name = '', file_size: size } = document;
  return { id, name, size };
}
