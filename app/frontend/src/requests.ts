// Forms that the server redraws while one fills them in: nothing typed in the meantime is lost, and uploads show how far they are.
import { controls, keepTyped, value } from './kept';

type Swap = CustomEvent<{ target: HTMLElement; serverResponse: string; shouldSwap: boolean; requestConfig: { elt: HTMLElement } }>;
type Answer = CustomEvent<{ xhr: XMLHttpRequest; elt: HTMLElement; requestConfig: { triggeringEvent?: Event } }>;
type Progress = CustomEvent<{ loaded: number; total: number }>;

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
    if (!detail.shouldSwap || detail.target.id !== 'fields') return;
    // what has changed since the request was sent is the person's
    detail.serverResponse = keepTyped(detail.target, detail.serverResponse, control => sent.get(control.id) !== value(control));
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
