// Keeps what one writes in a case as one writes it: the form says where by data-draft, the server answers 204.
const PAUSE = 1500;

export function drafts(): void {
  const waiting = new WeakMap<HTMLFormElement, number>();

  document.addEventListener('input', event => {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const form = event.target.closest<HTMLFormElement>('form[data-draft]');
    if (!form) return;
    clearTimeout(waiting.get(form));
    waiting.set(form, window.setTimeout(() => keep(form), PAUSE));
  });

  document.addEventListener('submit', event => {
    if (event.target instanceof HTMLFormElement) clearTimeout(waiting.get(event.target));
  });
}

// Files are sent with the message itself, not with its draft. A draft that could not be kept is tried again with the next letter.
function keep(form: HTMLFormElement): void {
  const texts = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') texts.set(name, value);
  fetch(form.dataset.draft!, { method: 'POST', body: texts, headers: { 'HX-Request': 'true' } }).catch(() => undefined);
}
