/** A stream for text: standard output, standard error or a fake. */
export interface Sink {
  write(text: string, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Writes in order, and waits until the stream has accepted each text, so that memory use stays bounded. */
export interface Writer {
  /** False once the reader has closed the stream (`… | head`). */
  readonly open: boolean;
  /** Rejects if the text cannot be written (a full disk), but not if the reader has closed the stream. */
  write(text: string): Promise<void>;
}

/** Creates a writer for a stream. It handles the stream's `error` events, so that they never end the process. */
export function createWriter(stream: Sink): Writer {
  let open = true;
  stream.on('error', (error) => {
    if (isGone(error)) open = false;
  });
  return {
    get open() {
      return open;
    },
    write(text) {
      if (!open || text === '') return Promise.resolve();
      return new Promise((done, fail) => {
        stream.write(text, (error) => {
          if (!error) done();
          else if (isGone(error)) {
            open = false;
            done();
          } else fail(error);
        });
      });
    },
  };
}

function isGone(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
