import { badRequest, type Method, toText } from './call.ts';
import type { World } from './world.ts';

/** The files of documents in chats: https://core.telegram.org/bots/api#getfile */
export function createDocuments(world: World) {
  const find = (fileId: string) =>
    [...world.places.values()]
      .flatMap(({ messages }) => [...messages.values()])
      .find(({ document }) => document?.file_id === fileId);
  const methods: Record<string, Method> = {
    getFile({ params }) {
      const id = toText(params['file_id']);
      const found = find(id);
      if (found?.document === undefined) throw badRequest('Invalid file_id');
      return { ...found.document, file_path: `documents/${encodeURIComponent(id)}` };
    },
  };
  return {
    methods,
    /** The text at a path of the server; undefined if there is none for this token. */
    textAt(path: string, token: string): string | undefined {
      const [, id] = new RegExp(`^/file/bot${token}/documents/(.+)$`, 'u').exec(path) ?? [];
      return id === undefined ? undefined : find(decodeURIComponent(id))?.document_text;
    },
  };
}
