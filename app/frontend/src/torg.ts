// What scripts add to pages that work without them. htmx is set up by the page's <meta name="htmx-config">.
import htmx from 'htmx.org';
import { menus } from './menus';
import { shortcuts } from './shortcuts';

// A refused or invalid form answers 409 or 422 with a fragment to show, so those are swapped in like any other.
htmx.config.responseHandling = [
  { code: '204', swap: false },
  { code: '[23]..', swap: true },
  { code: '409|422', swap: true, error: false },
  { code: '[45]..', swap: false, error: true },
];

menus();
shortcuts();

// After a partial reply the error summary, if there is one, is what must be read first.
document.addEventListener('htmx:afterSwap', event => {
  (event.target as HTMLElement).querySelector<HTMLElement>('.ds-error-summary')?.focus();
});
document.querySelector<HTMLElement>('.ds-error-summary')?.focus();
