import type { Page } from 'playwright-core';

/** Runs in the page: what makes it scroll sideways. */
export function spillsSideways(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .slice(0, 5)
    .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
}

/** Runs in the page: pairs of words of one drawing that touch, as the browser really draws them. */
export function overlappingWords(): string[] {
  const touching: string[] = [];
  for (const drawing of document.querySelectorAll('svg.sl-sightline, svg.sl-figure')) {
    const words = [...drawing.querySelectorAll('text')]
      .map((text) => ({ text: text.textContent ?? '', box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    for (const [index, { text, box }] of words.entries()) {
      for (const other of words.slice(index + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Boxes of letters have room above and below the ink: lines one under another may share a little of it.
        if (across > 1 && down > Math.min(box.height, other.box.height) * 0.4) touching.push(`${text} × ${other.text}`);
      }
    }
  }
  return touching;
}

const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

/**
 * Presses Tab through the whole page, and answers the controls that were never reached, or that looked the same with
 * the focus as without it.
 */
export async function controlsWithoutFocus(page: Page): Promise<string[]> {
  const count = await page.evaluate(prepare, CONTROLS);
  // Not one by one: the page itself notes what each press comes to.
  await Promise.all(Array.from({ length: count + 5 }, () => page.keyboard.press('Tab')));
  return page.evaluate(whatTabCameTo);
}

/** Runs in the page: numbers the controls, remembers how each looks at rest, and notes each that gets the focus. The keyboard comes to one radio of a group. */
function prepare(selector: string): number {
  const looks = (element: Element): string => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderWidth } =
      getComputedStyle(element);
    const next = element.nextElementSibling;
    const beside = next ? getComputedStyle(next, '::before').boxShadow : '';
    return [outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderWidth, beside].join(' ');
  };
  const reached = new Map<string, { seen: boolean; html: string }>();
  const note = (): void => {
    const element = document.activeElement;
    const index = element?.getAttribute('data-control');
    if (!element || index == null || reached.has(index)) return;
    const box = element.getBoundingClientRect();
    const seen = looks(element) !== element.getAttribute('data-rest') && box.width > 0 && box.height > 0;
    reached.set(index, { seen, html: element.outerHTML.slice(0, 140) });
  };
  document.addEventListener('focusin', note);
  Object.assign(window, { reachedByTab: reached });
  (document.activeElement as HTMLElement | null)?.blur?.();
  const standsForGroup = (radio: HTMLInputElement): boolean => {
    const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
      ({ name }) => name === radio.name,
    );
    return radio === (group.find(({ checked }) => checked) ?? group[0]);
  };
  let index = 0;
  for (const element of document.querySelectorAll(selector)) {
    const hidden = !element.checkVisibility({ visibilityProperty: true }) || element.hasAttribute('disabled');
    if (hidden) continue;
    if (element instanceof HTMLInputElement && element.type === 'radio' && !standsForGroup(element)) continue;
    element.setAttribute('data-control', String(index));
    element.setAttribute('data-rest', looks(element));
    index += 1;
  }
  return index;
}

/** Runs in the page: the controls that the keyboard did not come to, and those that looked as they do at rest when it did. */
function whatTabCameTo(): string[] {
  const { reachedByTab } = window as unknown as { reachedByTab: Map<string, { seen: boolean; html: string }> };
  const unseen = [...reachedByTab.values()].filter(({ seen }) => !seen).map(({ html }) => `no visible focus: ${html}`);
  const missed = [...document.querySelectorAll('[data-control]')]
    .filter((element) => !reachedByTab.has(element.getAttribute('data-control') ?? ''))
    .map((element) => `not reached: ${element.outerHTML.slice(0, 140)}`);
  return [...unseen, ...missed];
}
