/** An event handler that reports errors instead of throwing, so that a malformed event does not stop others. */
export function isolateErrors<Event extends unknown[]>(
  handle: (...event: Event) => void,
  report: (error: unknown) => void,
): (...event: Event) => void {
  return (...event) => {
    try {
      handle(...event);
    } catch (error) {
      report(error);
    }
  };
}
