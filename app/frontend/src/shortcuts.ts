// Keys for those who work in lists all day: / to search, j and k to move, Enter to open. Never while one types, and only where the button
// that turns them off is in sight (WCAG 2.1.4): what is spoken to a computer is letters too.
const OFF = 'torg-keys-off';
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function shortcuts(): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-keys]');
  if (!button) return;
  const on = (value: boolean) => button.setAttribute('aria-pressed', String(value));
  on(!localStorage.getItem(OFF));

  button.addEventListener('click', () => {
    if (button.ariaPressed === 'true') localStorage.setItem(OFF, 'true');
    else localStorage.removeItem(OFF);
    on(!localStorage.getItem(OFF));
  });

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (button.ariaPressed !== 'true' || !button.checkVisibility()) return;
    if (event.key === '/') focusSearch(event);
    if (event.key === 'j' || event.key === 'k') move(event, event.key === 'j' ? 1 : -1);
  });
}

function focusSearch(event: KeyboardEvent): void {
  const search = document.querySelector<HTMLInputElement>('[role="search"] input[type="search"]');
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
}

// The row's own link takes the focus, so Enter opens it without a line of script; where it is when the list is drawn again, htmx finds by its id.
function move(event: KeyboardEvent, step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-list] [data-row]')];
  if (rows.length === 0) return;
  event.preventDefault();
  const at = rows.findIndex(row => row.contains(document.activeElement));
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.querySelector<HTMLElement>('a.title')?.focus();
}
