import type { APIAttachment } from 'discord.js';
import type { AttachedFile } from '../../../src/chat/attached-file.ts';
import { download } from '../../shared/download.ts';
import type { ProxySettings } from '../../shared/proxy.ts';

/** Reads files that people attach to a command, from the address that Discord gives. */
export function createAttachmentReader(proxy: ProxySettings | undefined) {
  return ({ filename, size, url }: Pick<APIAttachment, 'filename' | 'size' | 'url'>): AttachedFile => ({
    name: filename,
    read: async (maxBytes) => (size > maxBytes ? { failure: 'too-large' } : await download(url, { maxBytes, proxy })),
  });
}
