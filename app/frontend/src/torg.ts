// What scripts add to pages that work without them. htmx is set up by the page's <meta name="htmx-config">.
import 'htmx.org';
import { drafts } from './drafts';
import { files } from './files';
import { live } from './live';
import { menus } from './menus';
import { notice } from './notice';
import { properties } from './properties';
import { reading } from './reading';
import { requests } from './requests';
import { shortcuts } from './shortcuts';

menus();
shortcuts();
requests();
drafts();
files();
live();
reading();

// A form to correct answers 422 with itself; an answer that names where it belongs (HX-Retarget) is for people too.
document.addEventListener('htmx:beforeSwap', event => {
  const { detail } = event as CustomEvent<{ xhr: XMLHttpRequest; shouldSwap: boolean; isError: boolean; elt: HTMLElement }>;
  if (detail.xhr.status !== 422 && !detail.xhr.getResponseHeader('HX-Retarget')) return;
  detail.shouldSwap = true;
  detail.isError = false;
  if (detail.xhr.status === 409) refresh();
});

properties();
notice();

// What was refused as stale is drawn again as it is now; what one has written stays.
function refresh(): void {
  for (const part of document.querySelectorAll('#properties, #talk')) part.dispatchEvent(new Event('torg:changed'));
}

// The error summary, if there is one, is what must be read first; but not when it is only counted anew while one mends the form.
const focusSummary = (within: ParentNode) => within.querySelector<HTMLElement>('.ds-error-summary')?.focus();
document.addEventListener('htmx:afterSwap', event => {
  const part = event.target as HTMLElement;
  if (part.id !== 'errors') focusSummary(part);
});
focusSummary(document);
