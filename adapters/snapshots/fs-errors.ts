const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  ENOTDIR: 'It is not a folder.',
  EACCES: 'It may not be read: give read permission to the user this program runs as.',
  EPERM: 'It may not be read: give read permission to the user this program runs as.',
  EMFILE: 'Too many files are open: raise the limit of open files.',
  ENFILE: 'Too many files are open: raise the limit of open files.',
  ENAMETOOLONG: 'The path is too long.',
  ELOOP: 'It is a link that leads round in circles.',
  EIO: 'The disk failed while it was read.',
};

/** Describes a file system error and its remedy in one line. Throws any other error. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) throw error;
  return REASONS[code] ?? `It cannot be read (${code}).`;
}

/** Whether the file or folder does not exist. */
export function isAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The code of a system error; undefined for any other. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
