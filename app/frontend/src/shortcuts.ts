// Keys for those who work in lists all day: / to search, j and k to move, Enter to open. Never while one types.
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT|BUTTON)$/.test(target.tagName));

export function shortcuts(): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
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

// The row's own link takes the focus, so Enter opens it without a line of script.
function move(event: KeyboardEvent, step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-list] [data-row]')];
  if (rows.length === 0) return;
  event.preventDefault();
  const at = rows.findIndex(row => row.hasAttribute('data-focus'));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  rows[at]?.removeAttribute('data-focus');
  next?.setAttribute('data-focus', '');
  next?.querySelector<HTMLElement>('a.title')?.focus();
}
