// @ts-check
// Hears what the preview tells, for as long as the page is in view.

/** How long to wait for a preview that refuses, in milliseconds. */
const AGAIN = 2_000;

/**
 * Whatever happened while nothing could be heard is not missed: the first thing told is how things stand.
 * @template State
 * @param {string} address of a portal; none for the list of all of them
 * @param {(state: State) => void} hear
 * @param {() => void} lost nothing is heard of the preview
 */
export function listen(address, hear, lost) {
  /** @type {EventSource | undefined} */
  let events;

  /** A page in the background hears nothing: browsers keep few connections to one server. */
  const begin = () => {
    if (document.hidden) {
      events?.close();
      events = undefined;
    } else if (!events) {
      events = new EventSource(`/_preview/events/${address}`);
      events.addEventListener('message', ({ data }) => hear(JSON.parse(data)));
      events.addEventListener('error', lose);
    }
  };

  const lose = () => {
    lost();
    // A browser asks again by itself, unless it was given another answer.
    if (events?.readyState !== EventSource.CLOSED) return;
    events = undefined;
    setTimeout(begin, AGAIN);
  };

  document.addEventListener('visibilitychange', begin);
  begin();
}
