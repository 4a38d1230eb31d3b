/** Why an attached file could not be read. */
export type FileFailure = 'too-large' | 'unreachable';

/** A file that somebody sent along with a command. */
export interface AttachedFile {
  name: string;
  /** Its bytes as UTF-8 text, or why there is none. */
  read(maxBytes: number): Promise<{ text: string } | { failure: FileFailure }>;
}
