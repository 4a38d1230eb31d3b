/** A source of articles that cannot be read. Its name is for people, and contains no secret. */
export interface SourceTrouble {
  name: string;
  since: Date;
}

/** Work beside the platforms, such as collecting articles. */
export interface BackgroundService {
  /** Begins to work. Resolves soon: long work goes on after that. */
  start(): Promise<void>;
  /** Called about every minute, without waiting: long work must not start twice. */
  tick(at: Date): Promise<void>;
  /** What it cannot bring up to date at present; nothing without it. */
  troubles?(): readonly SourceTrouble[];
  /** Ends the running work within a second or two, so that a new process can continue it. */
  stop(): Promise<void>;
}
