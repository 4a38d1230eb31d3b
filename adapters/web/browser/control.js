/// <reference lib="dom" />
// The queue, as it is now. Without a script, it is as it was when the page was opened.

const queue = document.getElementById('queue');
if (queue !== null) {
  new EventSource('/control/live').addEventListener('message', ({ data }) => {
    queue.textContent = String(data);
  });
}
