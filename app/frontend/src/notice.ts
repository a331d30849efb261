// What went wrong with a change is said in #notice until a later change is taken.
type Asked = CustomEvent<{ xhr: XMLHttpRequest; requestConfig: { verb: string; elt: HTMLElement } }>;

export function notice(): void {
  const box = document.getElementById('notice');
  if (!box) return;
  const before = new WeakMap<XMLHttpRequest, Element | null>();

  document.addEventListener('htmx:beforeRequest', event => {
    const { xhr, requestConfig } = (event as Asked).detail;
    if (requestConfig.verb !== 'get') before.set(xhr, box.firstElementChild);
  });

  // what another change has been answered in the meantime is not read yet
  document.addEventListener('htmx:afterRequest', event => {
    const { xhr } = (event as Asked).detail;
    if (xhr.status >= 200 && xhr.status < 300 && box.firstElementChild && before.get(xhr) === box.firstElementChild) box.replaceChildren();
  });

  document.addEventListener('htmx:sendError', event => {
    const { verb, elt } = (event as Asked).detail.requestConfig;
    // a form that keeps itself every other second says it once
    if (verb === 'get' || elt.id === 'request' && box.querySelector('[data-lost]')) return;
    const frame = document.createElement('div');
    frame.className = 'wrap notice';
    frame.innerHTML = '<div class="ds-alert" data-color="danger" data-lost role="alert"><p></p></div>';
    frame.querySelector('p')!.textContent = box.dataset.lost ?? '';
    box.replaceChildren(frame);
  });
}
