// Forms that the server redraws while one fills them in: nothing typed in the meantime is lost, and uploads show how far they are.
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Swap = CustomEvent<{ target: HTMLElement; serverResponse: string; shouldSwap: boolean; requestConfig: { elt: HTMLElement } }>;
type Answer = CustomEvent<{ xhr: XMLHttpRequest; elt: HTMLElement; requestConfig: { triggeringEvent?: Event } }>;
type Progress = CustomEvent<{ loaded: number; total: number }>;

const controls = (within: ParentNode) => within.querySelectorAll<Control>('input[id]:not([type="file"], [type="hidden"]), textarea[id], select[id]');
const sent = new Map<string, string>();

export function requests(): void {
  document.addEventListener('htmx:beforeRequest', event => {
    const form = (event as CustomEvent<{ elt: HTMLElement }>).detail.elt;
    if (!form.matches('form#request')) return;
    sent.clear();
    for (const control of controls(form)) sent.set(control.id, value(control));
  });

  document.addEventListener('htmx:beforeSwap', event => {
    const { detail } = event as Swap;
    if (detail.shouldSwap && detail.target.id === 'fields') detail.serverResponse = keepTyped(detail.target, detail.serverResponse);
  });

  document.addEventListener('htmx:beforeOnLoad', event => {
    const { xhr, elt, requestConfig } = (event as Answer).detail;
    if (xhr.status !== 401 || !(elt instanceof HTMLFormElement)) return;
    event.preventDefault();
    if (elt.id !== 'request') sendWhole(elt, (requestConfig.triggeringEvent as SubmitEvent | undefined)?.submitter);
  });

  document.addEventListener('htmx:xhr:progress', event => {
    const { loaded, total } = (event as Progress).detail;
    for (const bar of (event.target as HTMLElement).querySelectorAll<HTMLProgressElement>('progress.sending')) {
      const files = bar.parentElement?.querySelector<HTMLInputElement>('input[type="file"]')?.files;
      bar.hidden = !files?.length || loaded >= total;
      bar.value = total > 0 ? (100 * loaded) / total : 0;
    }
  });
}

// The session has ended: sent as a page of its own, the form brings what is typed through sign-in. A draft stays where it is until it is sent.
function sendWhole(form: HTMLFormElement, button?: HTMLElement | null): void {
  if (button instanceof HTMLButtonElement && button.name) {
    const pressed = document.createElement('input');
    Object.assign(pressed, { type: 'hidden', name: button.name, value: button.value });
    form.append(pressed);
  }
  form.submit();
}

// What has changed since the request was sent is the person's, the rest is the server's.
function keepTyped(live: HTMLElement, response: string): string {
  const fresh = document.createElement('template');
  fresh.innerHTML = response;
  for (const control of controls(live)) {
    if (sent.get(control.id) === value(control)) continue;
    const drawn = fresh.content.getElementById(control.id);
    if (drawn instanceof HTMLInputElement && /radio|checkbox/.test(drawn.type)) drawn.toggleAttribute('checked', (control as HTMLInputElement).checked);
    else if (drawn instanceof HTMLInputElement) drawn.setAttribute('value', control.value);
    else if (drawn instanceof HTMLTextAreaElement) drawn.textContent = control.value;
    else if (drawn instanceof HTMLSelectElement) for (const option of drawn.options) option.toggleAttribute('selected', option.value === control.value);
  }
  return fresh.innerHTML;
}

function value(control: Control): string {
  return control instanceof HTMLInputElement && /radio|checkbox/.test(control.type) ? String(control.checked) : control.value;
}
