import { open } from 'node:fs/promises';
import type { AttachedFile } from '../../src/chat/attached-file.ts';
import type { CommandSpec } from '../../src/chat/platform.ts';
import type { Dispatch } from '../../src/chat/request.ts';

/** Attaches the file whose path is typed behind a command that takes a file; text that begins like JSON is typed itself. */
export function attachFiles(dispatch: Dispatch, commands: readonly CommandSpec[]): Dispatch {
  return async (request) => {
    const { name, input } = request;
    const typed = typeof input === 'string' ? input.trim() : '';
    const takesFile = commands.some(
      ({ names, args }) => names.includes(name.toLowerCase()) && args.some(({ kind }) => kind === 'file'),
    );
    if (!takesFile || typed === '' || typed.startsWith('{')) return await dispatch(request);
    return await dispatch({ ...request, input: '', file: fileAt(typed.replace(/^(["'])(.*)\1$/u, '$2')) });
  };
}

function fileAt(path: string): AttachedFile {
  return {
    name: path,
    async read(maxBytes) {
      try {
        await using file = await open(path);
        const { bytesRead, buffer } = await file.read(Buffer.alloc(maxBytes + 1));
        return bytesRead > maxBytes ? { failure: 'too-large' } : { text: buffer.toString('utf8', 0, bytesRead) };
      } catch (error) {
        if (error instanceof Error && 'code' in error) return { failure: 'unreachable' };
        throw error;
      }
    },
  };
}
