import type { AttachedFile } from '../../src/chat/attached-file.ts';
import { download } from '../shared/download.ts';
import { type Client, QUICK } from './client.ts';
import { TelegramFailure } from './errors.ts';
import type { TelegramSettings } from './settings.ts';
import type { DocumentRef } from './updates/read-document.ts';

export type ReadDocument = (document: DocumentRef) => AttachedFile;

/** Reads documents that people send: https://core.telegram.org/bots/api#getfile */
export function createDocumentReader(client: Client, { token, apiRoot, proxy }: TelegramSettings): ReadDocument {
  return ({ id, name, size }) => ({
    name,
    async read(maxBytes) {
      if (size !== undefined && size > maxBytes) return { failure: 'too-large' };
      try {
        const { file_path: path } = await client.call<{ file_path: string }>('getFile', { file_id: id }, QUICK);
        return await download(`${apiRoot}/file/bot${token}/${path}`, { maxBytes, proxy });
      } catch (error) {
        if (error instanceof TelegramFailure) return { failure: 'unreachable' };
        throw error;
      }
    },
  });
}
