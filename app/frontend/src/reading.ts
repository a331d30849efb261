// Tells the server how far one has read once what is new is in sight. To open a page alone writes nothing.
export function reading(): void {
  document.addEventListener('htmx:load', tell);
  document.addEventListener('visibilitychange', tell);
  tell();
}

function tell(): void {
  const talk = document.querySelector<HTMLElement>('#talk[data-reading]');
  const token = document.querySelector<HTMLInputElement>('input[name="_csrf"]');
  if (!talk || !token || document.hidden) return;
  const body = new URLSearchParams({ seq: talk.dataset.seq ?? '0', _csrf: token.value });
  fetch(talk.dataset.reading!, { method: 'POST', body, headers: { 'HX-Request': 'true' } }).catch(() => undefined);
  talk.removeAttribute('data-reading');
}
