/** Work beside the platforms, such as collecting articles. */
export interface BackgroundService {
  /** Begins to work. Resolves soon: long work goes on after that. */
  start(): Promise<void>;
  /** Called about every minute, without waiting: long work must not start twice. */
  tick(at: Date): Promise<void>;
  /** Ends the running work within a second or two, so that a new process can continue it. */
  stop(): Promise<void>;
}
