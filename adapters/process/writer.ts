/** A stream that text is written to: standard output, standard error or a test's. */
export interface Sink {
  write(text: string, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Writes in order, each time waiting until the stream has taken the text, so that nothing piles up in memory. */
export interface Writer {
  /** False once the reader has gone away (`… | head`): there is no point in saying more. */
  readonly open: boolean;
  /** Rejects where the text cannot be written (a full disk), but not where the reader has gone away. */
  write(text: string): Promise<void>;
}

/** A writer to a stream; the stream's own `error` events are heard, so that they never end the process. */
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
