// Menus made of <details> close as menus do: by Escape, and by a click elsewhere.
export function menus(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]');

  document.addEventListener('click', event => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
