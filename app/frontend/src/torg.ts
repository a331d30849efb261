// What scripts add to pages that work without them. htmx is set up by the page's <meta name="htmx-config">.
import 'htmx.org';
import { menus } from './menus';
import { shortcuts } from './shortcuts';

menus();
shortcuts();

// A form to correct answers 422 with itself; an answer that names where it belongs (HX-Retarget) is for people too.
document.addEventListener('htmx:beforeSwap', event => {
  const { detail } = event as CustomEvent<{ xhr: XMLHttpRequest; shouldSwap: boolean; isError: boolean }>;
  if (detail.xhr.status === 422 || detail.xhr.getResponseHeader('HX-Retarget')) {
    detail.shouldSwap = true;
    detail.isError = false;
  }
});

// The error summary, if there is one, is what must be read first.
const focusSummary = (within: ParentNode) => within.querySelector<HTMLElement>('.ds-error-summary')?.focus();
document.addEventListener('htmx:afterSwap', event => focusSummary(event.target as HTMLElement));
focusSummary(document);
