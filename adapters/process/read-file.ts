import { open } from 'node:fs/promises';

/** Why a file of the command line could not be read, for the user. */
export interface FileError {
  code: 'not-found' | 'is-directory' | 'no-permission' | 'unreadable';
  message: string;
  line: null;
}

const CHUNK_BYTES = 1024 * 1024;

/**
 * Reads a file, but at most one byte more than `maxBytes`: enough to detect that it is too large, even if it is endless
 * (a device). Never rejects.
 */
export async function readFile(path: string, maxBytes: number): Promise<{ bytes: Uint8Array } | { error: FileError }> {
  try {
    await using file = await open(path);
    if ((await file.stat()).isDirectory()) return { error: toFileError('EISDIR') };
    const chunks: Uint8Array[] = [];
    for (let left = maxBytes + 1; left > 0; ) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(Math.min(left, CHUNK_BYTES)));
      if (bytesRead === 0) break;
      chunks.push(buffer.subarray(0, bytesRead));
      left -= bytesRead;
    }
    return { bytes: Buffer.concat(chunks) };
  } catch (cause) {
    return { error: toFileError(cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)) };
  }
}

function toFileError(code: string): FileError {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'not-found', message: 'There is no such file.', line: null };
    case 'EISDIR':
      return { code: 'is-directory', message: 'This is a folder. Name the files in it.', line: null };
    case 'EACCES':
    case 'EPERM':
      return { code: 'no-permission', message: 'The file may not be read: its permissions forbid it.', line: null };
    default:
      return { code: 'unreadable', message: `The file cannot be read (${code}).`, line: null };
  }
}
