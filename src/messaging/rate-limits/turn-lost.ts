/** A process lost its share of a rate, and with it what it was about to send: another process sends that. Nothing was sent. */
export class TurnLost extends Error {
  override readonly name = 'TurnLost';

  constructor() {
    super('Another process has taken over while the message waited for its turn.');
  }
}
