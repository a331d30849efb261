// What stands beside a case is drawn again whenever the case changes; what one is about to do there stays.
import { type Control, controls, given, keepTyped, value } from './kept';

type Swap = CustomEvent<{ target: HTMLElement; serverResponse: string; shouldSwap: boolean; requestConfig: { elt: HTMLElement } }>;
type Answer = CustomEvent<{ xhr: XMLHttpRequest; requestConfig: { elt: HTMLElement } }>;

// What lies beside that which is drawn, or is it, and comes with the same answer.
const BESIDE: Record<string, string> = { properties: 'properties', desk: 'properties', talk: 'my-aside' };

export function properties(): void {
  document.addEventListener('htmx:beforeSwap', event => {
    const { detail } = event as Swap;
    const live = document.getElementById(BESIDE[detail.target.id] ?? '');
    if (!live) return;
    // While another change is under way, an answer is not drawn: it would take the form that waits away, and what comes back to that would
    // be lost, a refusal too. The last answer shows all.
    const waits = [...live.querySelectorAll('form.htmx-request')].some(form => form !== detail.requestConfig.elt);
    if (detail.target === live && waits) detail.shouldSwap = false;
    if (detail.shouldSwap) detail.serverResponse = keepTyped(live, detail.serverResponse, typed);
  });

  // A choice that was not taken is not shown as if it were.
  document.addEventListener('htmx:sendError', event => undo((event as Answer).detail.requestConfig.elt));
  document.addEventListener('htmx:afterRequest', event => {
    const { xhr, requestConfig } = (event as Answer).detail;
    if (xhr.status === 409) undo(requestConfig.elt);
  });
}

// What is sent by a button is the person's until it is pressed; a choice that is sent at once is the server's.
const typed = (control: Control) => !control.form?.matches('[hx-trigger^="change"]') && value(control) !== given(control);

function undo(form: HTMLElement): void {
  if (!form.matches('#properties form')) return;
  for (const control of controls(form)) if (control instanceof HTMLSelectElement) control.value = given(control);
}
