// New messages and changes appear by themselves. One stream a browser: the tab that holds the lock listens and tells the others.
// The server names what changed (case:2026-004711, work); the parts of a page that show it fetch themselves again.
const CHANNEL = 'torg-live';
const PAUSE = 1000;
const due = new Map<string, number>();

export function live(): void {
  if (!document.querySelector('[data-live]')) return;
  const said = document.getElementById('said');
  if (said) said.dataset.seq = document.getElementById('talk')?.dataset.seq ?? '';
  const tabs = new BroadcastChannel(CHANNEL);
  tabs.onmessage = event => changed(event.data as string);
  const tell = (topic: string) => {
    tabs.postMessage(topic);
    changed(topic);
  };
  // Locks are there on HTTPS and localhost only; elsewhere each tab listens for itself.
  if (navigator.locks) void navigator.locks.request(CHANNEL, () => new Promise<never>(() => listen(tell)));
  else listen(changed);
  document.addEventListener('htmx:afterSwap', announce);
}

function listen(tell: (topic: string) => void): void {
  const stream = new EventSource('/live');
  let lost = false;
  stream.addEventListener('changed', event => tell((event as MessageEvent<string>).data));
  stream.addEventListener('error', () => (lost = true));
  // What happened while nobody listened is unknown, so everything is fetched again.
  stream.addEventListener('open', () => {
    if (lost) tell('*');
    lost = false;
  });
}

// Many changes in a row are one: a busy queue is drawn again once a second at most.
function changed(topic: string): void {
  if (due.has(topic)) return;
  due.set(topic, window.setTimeout(() => {
    due.delete(topic);
    for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
      if (topic === '*' || part.dataset.live === topic) part.dispatchEvent(new Event('torg:changed'));
    }
  }, PAUSE));
}

// A message that appears is said to those who cannot see it appear.
function announce(event: Event): void {
  const part = event.target as HTMLElement;
  const said = document.getElementById('said');
  const seq = document.getElementById('talk')?.dataset.seq;
  if (said && part.id === 'talk' && seq !== said.dataset.seq) said.textContent = document.getElementById('talk')?.dataset.announce ?? '';
  if (said && seq) said.dataset.seq = seq;
}
