// Says which files one has chosen: the field itself, which would, lies unseen in its drop zone.
const FIELDS = 'input[type="file"]';

export function files(): void {
  document.addEventListener('change', event => {
    if (event.target instanceof HTMLInputElement && event.target.matches(FIELDS)) tell(event.target);
  });
  // a browser may have kept the choice from before, when one comes back to the page
  addEventListener('pageshow', () => document.querySelectorAll<HTMLInputElement>(FIELDS).forEach(tell));
}

function tell(field: HTMLInputElement): void {
  const list = document.querySelector<HTMLElement>(`[data-chosen="${field.id}"]`);
  const template = list?.querySelector('template');
  if (!list || !template) return;
  list.replaceChildren(template, ...[...field.files ?? []].map(file => {
    const line = template.content.cloneNode(true) as DocumentFragment;
    line.querySelector('span')!.textContent = file.name;
    return line;
  }));
}
