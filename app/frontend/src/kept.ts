// What one has typed and opened stays when the server draws the part of the page again.
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const controls = (within: ParentNode) => within.querySelectorAll<Control>('input[id]:not([type="file"], [type="hidden"]), textarea[id], select[id]');

const ticks = (control: Control) => control instanceof HTMLInputElement && /radio|checkbox/.test(control.type);

export function value(control: Control): string {
  return ticks(control) ? String((control as HTMLInputElement).checked) : control.value;
}

// The value that the server gave a control, though another stands in its place.
export function given(control: Control): string {
  if (control.dataset.given !== undefined) return control.dataset.given;
  if (control instanceof HTMLSelectElement) return ([...control.options].find(option => option.defaultSelected) ?? control.options[0])?.value ?? '';
  return ticks(control) ? String((control as HTMLInputElement).defaultChecked) : control.defaultValue;
}

// The answer with what is the person's in the place of what the server drew; all else is the server's.
export function keepTyped(live: ParentNode, response: string, theirs: (control: Control) => boolean): string {
  const fresh = document.createElement('template');
  fresh.innerHTML = response;
  for (const control of controls(live)) {
    const drawn = fresh.content.getElementById(control.id);
    if (drawn?.tagName === control.tagName && theirs(control)) write(drawn as Control, control);
  }
  for (const details of live.querySelectorAll<HTMLDetailsElement>('details[id]')) {
    fresh.content.getElementById(details.id)?.toggleAttribute('open', details.open);
  }
  return fresh.innerHTML;
}

function write(drawn: Control, control: Control): void {
  drawn.dataset.given = given(drawn);
  if (ticks(drawn)) drawn.toggleAttribute('checked', (control as HTMLInputElement).checked);
  else if (drawn instanceof HTMLInputElement) drawn.setAttribute('value', control.value);
  else if (drawn instanceof HTMLTextAreaElement) drawn.textContent = control.value;
  else for (const option of drawn.options) option.toggleAttribute('selected', option.value === control.value);
}
