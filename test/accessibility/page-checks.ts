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
  const faults: string[] = [];
  const reached = new Set<number>();
  for (let presses = 0; presses < count + 5 && reached.size < count; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(lookAtFocus);
    if (!at) continue;
    if (!at.visible) faults.push(`no visible focus: ${at.html}`);
    reached.add(at.index);
  }
  const missed = await page.evaluate(unreached, [...reached]);
  return [...faults, ...missed.map((html) => `not reached: ${html}`)];
}

/** Runs in the page: numbers the controls and remembers how each looks at rest. The keyboard comes to one radio of a group. */
function prepare(selector: string): number {
  const looks = (element: Element): string => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderWidth } =
      getComputedStyle(element);
    const next = element.nextElementSibling;
    const beside = next ? getComputedStyle(next, '::before').boxShadow : '';
    return [outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderWidth, beside].join(' ');
  };
  Object.assign(window, { looksOf: looks });
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

/** Runs in the page: which control has the focus, and whether that can be seen. */
function lookAtFocus(): { index: number; visible: boolean; html: string } | null {
  const element = document.activeElement;
  const index = element?.getAttribute('data-control');
  if (!element || index == null) return null;
  const { looksOf } = window as unknown as { looksOf: (element: Element) => string };
  const box = element.getBoundingClientRect();
  const seen = looksOf(element) !== element.getAttribute('data-rest') && box.width > 0 && box.height > 0;
  return { index: Number(index), visible: seen, html: element.outerHTML.slice(0, 140) };
}

/** Runs in the page: the controls that the keyboard did not come to. */
function unreached(reached: number[]): string[] {
  return [...document.querySelectorAll('[data-control]')]
    .filter((element) => !reached.includes(Number(element.getAttribute('data-control'))))
    .map((element) => element.outerHTML.slice(0, 140));
}
